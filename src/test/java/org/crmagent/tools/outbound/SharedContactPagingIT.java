package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** {@code find_contacts_in_multiple_campaigns} by page and by cursor, against plain grouping. */
class SharedContactPagingIT extends SharedContactCalls {
    /** Which contacts are due, by plain grouping. */
    private static final String PLAIN = """
            select m.contact_id, count(*) as n, count(distinct assigned_agent_id) > 1 as agents,
                   count(*) filter (where last_call_at > now() - interval '7 days') > 1 as lately
            from campaign_contact m join contact k on k.id = m.contact_id
            where m.organization_id = :org and campaign_id::text = any (string_to_array('%s', ',')) and %s
            group by m.contact_id
            having count(*) >= %d
            order by n desc, m.contact_id
            """;

    @Test
    void equalsPlainGroupingByPageAndByCursor() throws SQLException {
        List<UUID> all = random.campaigns;
        equal(input(), all.subList(0, 2), "true", 2);
        equal(input().add("campaignIds", array(all)), all, "true", 2);
        equal(input().add("campaignIds", array(all)).add("minCampaigns", 4), all, "true", 4);
        equal(
                input().add("campaignIds", array(all.subList(1, 4)))
                        .add("states", Json.createArrayBuilder().add("to_call").add("closed")),
                all.subList(1, 4),
                "m.state in ('to_call', 'closed')",
                2);
        equal(input().add("campaignIds", array(all)).add("search", "MARTIN-1"), all, "k.last_name like 'Martin-1%'", 2);
    }

    private void equal(JsonObjectBuilder asked, List<UUID> campaigns, String condition, int least) throws SQLException {
        List<Map<String, Object>> due = crm.rows(PLAIN.formatted(joined(campaigns), condition, least));
        assertFalse(due.isEmpty(), "nothing to find");
        JsonObject input = asked.add("perPage", 7).build();
        List<JsonObject> byPage = new ArrayList<>();
        for (int page = 1; page <= 1 + due.size() / 7 + 1; page++) {
            Answer answer = find(Json.createObjectBuilder(input).add("page", page));
            assertEquals(due.size(), answer.envelope().getJsonObject("meta").getInt("total"));
            byPage.addAll(rows(answer));
        }
        assertEquals(byPage, byCursor(input));
        assertEquals(due.size(), byPage.size());
        for (int i = 0; i < due.size(); i++) {
            assertEquals(due.get(i).get("contact_id").toString(), id(byPage.get(i)));
            assertEquals(due.get(i).get("n"), (long) byPage.get(i).getInt("campaignCount"));
            Set<String> conflicts = new HashSet<>();
            byPage.get(i)
                    .getJsonArray("conflicts")
                    .getValuesAs(JsonString.class)
                    .forEach(each -> conflicts.add(each.getString()));
            assertEquals(due.get(i).get("agents"), conflicts.contains("different_agents"));
            assertEquals(due.get(i).get("lately"), conflicts.contains("called_in_both_within_7_days"));
        }
    }

    private List<JsonObject> byCursor(JsonObject input) {
        Answer answer = find(Json.createObjectBuilder(input));
        List<JsonObject> rows = new ArrayList<>(rows(answer));
        while (!answer.output().isNull("nextCursor")) {
            answer = find(Json.createObjectBuilder(input)
                    .add("cursor", answer.output().getString("nextCursor")));
            assertFalse(answer.envelope().getJsonObject("meta").containsKey("total"), answer.body());
            rows.addAll(rows(answer));
        }
        return rows;
    }

    @Test
    void missesNothingThatStaysWhileMembershipsComeAndGo() throws SQLException {
        JsonObject input = input().add("campaignIds", array(random.campaigns))
                .add("perPage", 5)
                .build();
        String due = PLAIN.formatted(joined(random.campaigns), "true", 2);
        Set<String> stayed = ids(crm.rows(due));
        Set<String> touched = new HashSet<>();
        List<String> seen = new ArrayList<>();
        Answer answer = find(Json.createObjectBuilder(input));
        rows(answer).forEach(row -> seen.add(id(row)));
        while (!answer.output().isNull("nextCursor")) {
            String last = seen.get(seen.size() - 1);
            touched.addAll(ids(crm.rows(
                    "delete from campaign_contact where organization_id = :org and (contact_id::text = ?"
                            + " or contact_id in (select id from contact where organization_id = :org order by random() limit 1))"
                            + " returning contact_id",
                    seen.size() % 10 == 0 ? last : "")));
            answer = find(Json.createObjectBuilder(input)
                    .add("cursor", answer.output().getString("nextCursor")));
            rows(answer).forEach(row -> seen.add(id(row)));
        }
        assertEquals(seen.size(), new HashSet<>(seen).size(), "something was seen twice");
        stayed.removeAll(touched);
        assertTrue(seen.containsAll(stayed), "something that stayed was missed");
    }

    private static Set<String> ids(List<Map<String, Object>> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.get("contact_id").toString()));
        return ids;
    }

    private static String joined(Collection<UUID> ids) {
        return String.join(",", ids.stream().map(UUID::toString).toList());
    }
}
