package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.Test;

class GetCampaignContactOverlapIT extends OverHttp {
    private static final long SEED = 20_261_124;
    private static final String TO_CALL = "('to_call', 'in_progress')";

    /** Each contact in each campaign by a chance, in 1024, that is the campaign's own; some have none at all. */
    private static final String ENROL = """
            insert into campaign_contact (organization_id, campaign_id, contact_id, state)
            select :org, c.id, k.id, (array['to_call', 'in_progress', 'qualified', 'closed'])[1 + floor(random() * 4)]
            from campaign c, contact k
            where c.organization_id = :org and k.organization_id = :org
              and (hashtext(c.id::text || k.id) & 1023) < %s
            """;

    private static final String SOME = "(hashtext(c.id::text) & 255) - 10";
    private static final String ALL = "1024";

    @Test
    void equalsBruteForceOnRandomMemberships() throws SQLException {
        Workspace crm = new Workspace(api);
        List<UUID> campaigns = fill(crm, 50, 600, SOME);
        Random random = new Random(SEED);
        for (int size : new int[] {2, 3, 17, 50}) {
            List<UUID> some = new ArrayList<>(campaigns);
            Collections.shuffle(some, random);
            equal(crm, some.subList(0, size), input(), "true");
            JsonArrayBuilder states = Json.createArrayBuilder().add("to_call").add("in_progress");
            equal(crm, some.subList(0, size), input().add("states", states), "state in " + TO_CALL);
        }
    }

    private static void equal(Workspace crm, List<UUID> campaigns, JsonObjectBuilder input, String counted)
            throws SQLException {
        JsonObject output = overlap(crm, campaigns, input).output();
        String members = "(select campaign_id, contact_id from campaign_contact where organization_id = :org and "
                + counted + " and campaign_id = any ('{" + joined(campaigns) + "}'))";
        assertEquals(
                crm.count("select count(distinct contact_id) from " + members + " m"),
                output.getJsonNumber("distinctContacts").longValue());
        Map<UUID, Map<String, Object>> rows = new HashMap<>();
        for (Map<String, Object> row :
                crm.rows("select campaign_id, count(*) as contacts, count(*) filter (where alone) as exclusive"
                        + " from (select campaign_id, count(*) over (partition by contact_id) = 1 as alone from "
                        + members
                        + " m) m group by campaign_id")) {
            rows.put((UUID) row.get("campaign_id"), row);
        }
        for (int i = 0; i < campaigns.size(); i++) {
            JsonObject shown = output.getJsonArray("campaigns").getJsonObject(i);
            Map<String, Object> row = rows.getOrDefault(campaigns.get(i), Map.of("contacts", 0L, "exclusive", 0L));
            assertEquals(campaigns.get(i).toString(), shown.getString("campaignId"));
            assertEquals(row.get("contacts"), shown.getJsonNumber("contacts").longValue());
            assertEquals(row.get("exclusive"), shown.getJsonNumber("exclusive").longValue());
        }
        List<Map<String, Object>> bySize = crm.rows("select n, count(*) as contacts from (select count(*) as n from "
                + members + " m group by contact_id) k group by n order by n");
        List<JsonObject> shown = output.getJsonArray("byCampaignCount").getValuesAs(JsonObject.class);
        assertEquals(bySize.size(), shown.size());
        for (int i = 0; i < shown.size(); i++) {
            assertEquals(
                    bySize.get(i).get("n"),
                    shown.get(i).getJsonNumber("campaigns").longValue());
            assertEquals(
                    bySize.get(i).get("contacts"),
                    shown.get(i).getJsonNumber("contacts").longValue());
        }
        pairsEqual(crm, members, output);
    }

    private static void pairsEqual(Workspace crm, String members, JsonObject output) throws SQLException {
        List<Map<String, Object>> pairs = crm.rows("""
                with m as %1$s, total as (select campaign_id, count(*) as n from m group by 1)
                select x.campaign_id as a, y.campaign_id as b, count(*) as shared, p.n as na, q.n as nb
                from m x join m y on y.contact_id = x.contact_id and y.campaign_id > x.campaign_id
                join total p on p.campaign_id = x.campaign_id join total q on q.campaign_id = y.campaign_id
                group by 1, 2, 4, 5
                order by shared desc, a, b
                """.formatted(members));
        assertEquals(pairs.size(), output.getInt("pairsTotal"));
        List<JsonObject> shown = output.getJsonArray("pairs").getValuesAs(JsonObject.class);
        assertEquals(Math.min(100, pairs.size()), shown.size());
        for (int i = 0; i < shown.size(); i++) {
            Map<String, Object> pair = pairs.get(i);
            assertEquals(pair.get("a").toString(), shown.get(i).getString("a"));
            assertEquals(pair.get("b").toString(), shown.get(i).getString("b"));
            double shared = ((Long) pair.get("shared")).doubleValue();
            double a = ((Long) pair.get("na")).doubleValue();
            double b = ((Long) pair.get("nb")).doubleValue();
            assertEquals(shared, shown.get(i).getJsonNumber("shared").doubleValue());
            assertEquals(
                    shared / (a + b - shared),
                    shown.get(i).getJsonNumber("jaccard").doubleValue(),
                    0.00005001);
            assertEquals(shared / a, shown.get(i).getJsonNumber("shareOfA").doubleValue(), 0.00005001);
            assertEquals(shared / b, shown.get(i).getJsonNumber("shareOfB").doubleValue(), 0.00005001);
        }
    }

    @Test
    void goesOnWithoutWhatItDidNotFind() throws SQLException {
        Workspace crm = new Workspace(api);
        UUID known = fill(crm, 1, 10, ALL).get(0);
        UUID unknown = UUID.randomUUID();
        Answer answer = overlap(crm, List.of(unknown, known), input());
        assertEquals(10, answer.output().getInt("distinctContacts"), answer.body());
        assertEquals(1, answer.output().getJsonArray("campaigns").size());
        assertEquals(
                unknown.toString(), answer.output().getJsonArray("notFound").getString(0));
        assertEquals(
                "not_found",
                answer.data().getJsonArray("warnings").getJsonObject(0).getString("code"));
        Answer none = overlap(crm, List.of(unknown, UUID.randomUUID()), input());
        assertEquals(0, none.output().getInt("distinctContacts"), none.body());
        assertEquals(2, none.output().getJsonArray("notFound").size());
        assertEquals(
                "list_campaigns",
                none.data().getJsonArray("nextActions").getJsonObject(0).getString("toolName"));
    }

    @Test
    void keepsItsBoundWhateverTheNames() throws SQLException {
        Workspace crm = new Workspace(api);
        List<UUID> campaigns = fill(crm, 50, 40, ALL);
        crm.run("update campaign set name = repeat(chr(1), 80) || id where organization_id = :org");
        Answer answer = overlap(crm, campaigns, input());
        assertEquals(100, answer.output().getJsonArray("pairs").size());
        int size = answer.size();
        assertTrue(size <= 96 * 1024, () -> size + " bytes");
    }

    private static List<UUID> fill(Workspace crm, int campaigns, int contacts, String chance) throws SQLException {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < campaigns; i++) {
            made.add(crm.campaign("active", "business"));
        }
        crm.run("insert into contact (organization_id) select :org from generate_series(1, ?)", contacts);
        crm.run(ENROL.formatted(chance));
        return made;
    }

    private static Answer overlap(Workspace crm, List<UUID> campaigns, JsonObjectBuilder input) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        campaigns.forEach(id -> ids.add(id.toString()));
        Answer answer = crm.call(
                "get_campaign_contact_overlap", input.add("campaignIds", ids).build());
        assertEquals(200, answer.status(), answer.body());
        return answer;
    }

    private static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    private static String joined(List<UUID> ids) {
        return String.join(",", ids.stream().map(UUID::toString).toList());
    }
}
