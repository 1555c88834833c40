package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindContactsInMultipleCampaignsIT extends OverHttp {
    private static final String TOOL = "find_contacts_in_multiple_campaigns";

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

    private RandomCrm random;
    private Workspace crm;

    @BeforeEach
    void fill() throws SQLException {
        random = new RandomCrm(api, 500);
        crm = random.workspace;
        crm.run("""
                update campaign_contact set last_call_at = now() - (floor(random() * 14) + 0.5) * interval '1 day'
                where organization_id = :org and random() < 0.6
                """);
    }

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
    void tellsHowAContactStandsInFourOfItsCampaigns() throws SQLException {
        crm.run("insert into campaign_contact (organization_id, campaign_id, contact_id) select :org, c.id, k.id"
                + " from campaign c, (select contact_id as id from campaign_contact where organization_id = :org"
                + " order by last_call_at limit 1) k where c.organization_id = :org on conflict do nothing");
        JsonObject row = rows(find(
                        input().add("campaignIds", array(random.campaigns)).add("minCampaigns", 5)))
                .get(0);
        List<Map<String, Object>> due = crm.rows(
                "select m.campaign_id, c.name, m.state, m.assigned_agent_id, a.full_name, m.last_call_at::text"
                        + " from campaign_contact m join campaign c on c.id = m.campaign_id"
                        + " left join app_user a on a.id = m.assigned_agent_id where m.contact_id = ?"
                        + " order by m.last_call_at desc nulls last, m.campaign_id limit 4",
                UUID.fromString(id(row)));
        JsonArray campaigns = row.getJsonArray("campaigns");
        assertEquals(4, campaigns.size());
        for (int i = 0; i < 4; i++) {
            JsonObject shown = campaigns.getJsonObject(i);
            Map<String, Object> each = due.get(i);
            assertEquals(each.get("campaign_id").toString(), shown.getString("campaignId"));
            assertEquals(each.get("name"), shown.getString("name"));
            assertEquals(each.get("state"), shown.getString("state"));
            if (each.get("assigned_agent_id") == null) {
                assertTrue(shown.isNull("assignedAgent"));
            } else {
                JsonObject agent = shown.getJsonObject("assignedAgent");
                assertEquals(each.get("assigned_agent_id").toString(), agent.getString("id"));
                assertEquals(each.get("full_name"), agent.getString("fullName"));
            }
            assertEquals(each.get("last_call_at") == null, shown.isNull("lastCallAt"));
            if (!shown.isNull("lastCallAt")) {
                long micros = crm.count(
                        "select (extract(epoch from last_call_at) * 1000000)::bigint from campaign_contact"
                                + " where campaign_id = ? and contact_id = ?",
                        each.get("campaign_id"),
                        UUID.fromString(id(row)));
                var told = OffsetDateTime.parse(shown.getString("lastCallAt")).toInstant();
                assertEquals(micros, told.getEpochSecond() * 1_000_000 + told.getNano() / 1_000);
            }
        }
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

    @Test
    void refusesWhatCanNotBe() throws SQLException {
        Answer contradiction = crm.call(
                TOOL,
                input().add("campaignIds", array(random.campaigns.subList(0, 2)))
                        .add("minCampaigns", 3)
                        .build());
        assertEquals("validation_failed", contradiction.code(), contradiction.body());
        Answer first = find(input().add("campaignIds", array(random.campaigns)).add("perPage", 1));
        Answer foreign = crm.call(
                TOOL,
                input().add("perPage", 1)
                        .add("cursor", first.output().getString("nextCursor"))
                        .build());
        assertEquals("validation_failed", foreign.code(), foreign.body());
    }

    @Test
    void goesOnWithoutWhatItDidNotFindAndLeadsOn() {
        UUID unknown = UUID.randomUUID();
        List<UUID> asked = new ArrayList<>(random.campaigns);
        asked.add(unknown);
        Answer answer = find(input().add("campaignIds", array(asked)));
        assertEquals(
                unknown.toString(), answer.output().getJsonArray("notFound").getString(0));
        assertEquals(
                "not_found",
                answer.data().getJsonArray("warnings").getJsonObject(0).getString("code"));
        List<String> tools = new ArrayList<>();
        for (JsonObject action : answer.data().getJsonArray("nextActions").getValuesAs(JsonObject.class)) {
            tools.add(action.getString("toolName"));
            Answer next = crm.call(action.getString("toolName"), action.getJsonObject("suggestedInput"));
            assertEquals(200, next.status(), next.body());
            if (action.getString("toolName").startsWith("bulk_remove")) {
                int named = action.getJsonObject("suggestedInput")
                        .getJsonArray("contactIds")
                        .size();
                assertEquals(named, next.output().getInt("removed"), next.body());
            }
        }
        assertEquals(List.of("bulk_remove_contacts_from_campaign", "list_campaigns"), tools);
    }

    private Answer find(JsonObjectBuilder input) {
        Answer answer = crm.call(TOOL, input.build());
        assertEquals(200, answer.status(), answer::body);
        return answer;
    }

    private static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    private static List<JsonObject> rows(Answer answer) {
        return answer.output().getJsonArray("contacts").getValuesAs(JsonObject.class);
    }

    private static String id(JsonObject row) {
        return row.getJsonObject("contact").getString("id");
    }

    private static Set<String> ids(List<Map<String, Object>> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.get("contact_id").toString()));
        return ids;
    }

    private static JsonArray array(Collection<UUID> ids) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        ids.forEach(id -> array.add(id.toString()));
        return array.build();
    }

    private static String joined(Collection<UUID> ids) {
        return String.join(",", ids.stream().map(UUID::toString).toList());
    }
}
