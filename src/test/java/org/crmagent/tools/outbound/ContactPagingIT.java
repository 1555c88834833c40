package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each order by page and by cursor, against a plain sort of all rows, also while rows come and go. */
class ContactPagingIT extends OverHttp {
    private static final String IN_CAMPAIGN = "from campaign_contact m join contact k on k.id = m.contact_id"
            + " where m.organization_id = :org and k.organization_id = :org and m.campaign_id = ? order by ";

    private static final Map<String, String> PLAIN = Map.of(
            "name", "k.name_key, k.id",
            "-addedAt", "m.added_at desc, k.id desc",
            "-priority", "m.priority desc, k.id desc",
            "-lastCall", "m.last_call_at desc nulls last, k.id desc",
            "nextFollowUp",
                    "(select min(due_at) from follow_up f where f.contact_id = k.id and f.campaign_id = m.campaign_id"
                            + " and f.status = 'pending') nulls last, k.id");

    private final Random random = new Random(11);
    private RandomCrm crm;
    private UUID campaign;
    private final Set<String> gone = new HashSet<>();

    @BeforeEach
    void fill() throws SQLException {
        crm = new RandomCrm(api, 160);
        campaign = crm.campaigns.get(0);
        crm.workspace.run("""
                update campaign_contact set last_call_at = date_trunc('day', now()) - floor(random() * 4) * interval '1 day'
                where organization_id = :org and random() < 0.6
                """);
        // Follow-ups of all states, several of a contact due at once, some of contacts that are not in the campaign.
        crm.workspace.run("""
                insert into follow_up (organization_id, campaign_id, contact_id, due_at, status)
                select :org, ?, k.id, date_trunc('day', now()) + floor(random() * 3) * interval '1 day',
                       (array['pending', 'pending', 'pending', 'done', 'cancelled'])[1 + floor(random() * 5)]
                from contact k, generate_series(1, 3) where k.organization_id = :org and random() < 0.4
                """, campaign);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-addedAt", "-priority", "-lastCall", "nextFollowUp"})
    void pagesACampaignInOneOrder(String sort) throws SQLException {
        JsonObjectBuilder input = Json.createObjectBuilder().add("campaignId", campaign.toString());
        List<String> all = ids("select k.id " + IN_CAMPAIGN + PLAIN.get(sort), campaign);
        assertTrue(all.size() > 20, "too few to page");
        paged(input.add("sort", sort).build(), all);
    }

    @Test
    void pagesTheCrmInOneOrder() throws SQLException {
        String contacts = "select id from contact where organization_id = :org order by ";
        paged(Json.createObjectBuilder().build(), ids(contacts + "name_key, id"));
        paged(Json.createObjectBuilder().add("sort", "-addedAt").build(), ids(contacts + "created_at desc, id desc"));
        paged(
                Json.createObjectBuilder()
                        .add("cities", Json.createArrayBuilder().add("Lyon"))
                        .build(),
                ids(contacts.replace("order", "and city = 'Lyon' order") + "name_key, id"));
    }

    /** Between few and many contacts a campaign is paged by name through a hash. */
    @Test
    void pagesAMiddlingCampaignOfALargeCrmByName() throws SQLException {
        crm.workspace.run("insert into contact (organization_id, last_name)"
                + " select :org, 'N' || i % 500 from generate_series(1, 14500) i");
        UUID middling = crm.workspace.campaign("active", "business");
        assertTrue(crm.workspace.enrol(middling, "k.last_name like 'N%7' and k.last_name < 'N9'") > 1_400);
        crm.workspace.enrol(middling, "k.last_name like 'Martin-%'");
        JsonObject input = Json.createObjectBuilder()
                .add("campaignId", middling.toString())
                .add("perPage", 100)
                .build();
        List<String> all = ids("select k.id " + IN_CAMPAIGN + PLAIN.get("name"), middling);
        assertTrue(all.size() > 1_500 && all.size() < 1_650, "no case for hashing: " + all.size());
        assertEquals(all.subList(300, 400), shown(list(with(input, "page", 4))));
        assertEquals(all, byCursor(input));
        JsonObject nobodys =
                Json.createObjectBuilder(input).add("unassigned", true).build();
        assertEquals(all, byCursor(nobodys));
    }

    private void paged(JsonObject input, List<String> all) {
        for (int size : new int[] {1 + random.nextInt(6), 7, 40}) {
            JsonObject sized = with(input, "perPage", size);
            List<String> byPage = new ArrayList<>();
            for (int page = 1; page <= 1 + (all.size() + size - 1) / size; page++) {
                Answer answer = list(with(sized, "page", page));
                assertEquals(all.size(), answer.envelope().getJsonObject("meta").getInt("total"));
                byPage.addAll(shown(answer));
            }
            assertEquals(all, byPage, () -> sized + " by page");
            assertEquals(all, byCursor(sized), () -> sized + " by cursor");
        }
    }

    private List<String> byCursor(JsonObject input) {
        Answer answer = list(input);
        List<String> rows = new ArrayList<>(shown(answer));
        while (!answer.output().isNull("nextCursor")) {
            answer = list(input, answer.output().getString("nextCursor"));
            assertFalse(answer.envelope().getJsonObject("meta").containsKey("total"));
            rows.addAll(shown(answer));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-addedAt", "-priority", "-lastCall", "nextFollowUp"})
    void missesNothingThatStaysWhileRowsComeAndGo(String sort) throws SQLException {
        String plain = "select k.id " + IN_CAMPAIGN + PLAIN.get(sort);
        Set<String> stayed = new HashSet<>(ids(plain, campaign));
        JsonObject input = Json.createObjectBuilder()
                .add("campaignId", campaign.toString())
                .add("sort", sort)
                .add("perPage", 5)
                .build();
        List<String> seen = new ArrayList<>();
        Answer answer = list(input);
        seen.addAll(shown(answer));
        while (!answer.output().isNull("nextCursor")) {
            String last = seen.get(seen.size() - 1);
            change(random.nextBoolean() ? last : "");
            answer = list(input, answer.output().getString("nextCursor"));
            seen.addAll(shown(answer));
        }
        assertEquals(seen.size(), new HashSet<>(seen).size(), "something was seen twice");
        List<String> now = ids(plain, campaign);
        stayed.removeAll(gone);
        assertTrue(seen.containsAll(stayed), "something that stayed was missed");
        List<String> inOrder =
                now.stream().filter(new HashSet<>(seen)::contains).toList();
        seen.retainAll(new HashSet<>(inOrder));
        assertEquals(inOrder, seen);
    }

    /** Two contacts go, and at times the one that the cursor points at; two come that were never there. */
    private void change(String last) throws SQLException {
        gone.addAll(ids("""
                delete from campaign_contact where organization_id = :org and campaign_id = ? and (contact_id::text = ? or contact_id in
                  (select contact_id from campaign_contact where organization_id = :org and campaign_id = ?
                   order by random() limit 2))
                returning contact_id as id
                """, campaign, last, campaign));
        crm.workspace.run("""
                insert into campaign_contact (organization_id, campaign_id, contact_id, priority, added_at, last_call_at)
                select :org, ?, k.id, floor(random() * 3), date_trunc('day', now()) - floor(random() * 5) * interval '1 day',
                       case when random() < 0.5 then date_trunc('day', now()) - floor(random() * 4) * interval '1 day' end
                from contact k
                where k.organization_id = :org and k.id::text <> all (string_to_array(?, ','))
                  and not exists (select from campaign_contact where organization_id = :org and campaign_id = ? and contact_id = k.id)
                order by random() limit 2
                """, campaign, String.join(",", gone), campaign);
    }

    private List<String> ids(String sql, Object... parameters) throws SQLException {
        return crm.workspace.rows(sql, parameters).stream()
                .map(row -> row.get("id").toString())
                .toList();
    }

    private Answer list(JsonObject input, String cursor) {
        return list(Json.createObjectBuilder(input).add("cursor", cursor).build());
    }

    private Answer list(JsonObject input) {
        Answer answer = crm.workspace.call("list_outbound_contacts", input);
        assertEquals(200, answer.status(), answer::body);
        return answer;
    }

    private static List<String> shown(Answer answer) {
        return answer.output().getJsonArray("contacts").getValuesAs(JsonObject.class).stream()
                .map(row -> row.getJsonObject("contact").getString("id"))
                .toList();
    }

    private static JsonObject with(JsonObject input, String name, int value) {
        return Json.createObjectBuilder(input).add(name, value).build();
    }
}
