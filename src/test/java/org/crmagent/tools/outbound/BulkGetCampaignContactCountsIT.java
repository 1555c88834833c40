package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.it.Answer;
import org.crmagent.it.Demo;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.Test;

class BulkGetCampaignContactCountsIT extends OverHttp {
    private static final String OPEN = "state in ('to_call', 'in_progress', 'follow_up')";

    /** Every contact in every campaign, each with another state, outcome and agent than the one before. */
    private static final String SPREAD = """
            insert into campaign_contact (organization_id, campaign_id, contact_id, state, last_outcome, assigned_agent_id)
            select :org, c.id, k.id,
                   (array['to_call', 'in_progress', 'follow_up', 'qualified', 'disqualified', 'unreachable', 'closed'])[1 + n % 7],
                   (array[null, 'answered', 'no_answer', 'busy', 'voicemail', 'wrong_number', 'callback_requested', 'refused'])[1 + n % 8],
                   (select a.id from app_user a where a.organization_id = :org order by a.id offset floor(sqrt(n * 9 % 620)) limit 1)
            from campaign c
            cross join (select id, row_number() over (order by id) as n from contact where organization_id = :org) k
            where c.organization_id = :org
            """;

    @Test
    void equalsWhatTheRowsSay() throws SQLException {
        Workspace crm = workspace(25, 400);
        UUID campaign = crm.campaign("active", "business");
        crm.run(SPREAD);
        UUID other = crm.campaign("paused", "business");
        crm.enrol(other, "k.id in (select id from contact where organization_id = :org order by id limit 7)");
        crm.campaign("archived", "business");
        Answer answer = counts(crm, input().add("groupBy", array(List.of("outcome", "agent", "state"))));
        List<JsonObject> rows = rows(answer);
        assertEquals(2, rows.size(), answer.body());
        for (JsonObject row : rows) {
            UUID id = UUID.fromString(row.getString("campaignId"));
            assertEquals(count(crm, id, "true"), row.getInt("total"));
            assertEquals(count(crm, id, OPEN), row.getInt("open"));
            assertEquals(count(crm, id, OPEN + " and assigned_agent_id is null"), row.getInt("unassigned"));
            assertEquals(grouped(crm, id, "state"), numbers(row.getJsonObject("byState")));
            assertEquals(grouped(crm, id, "last_outcome"), numbers(row.getJsonObject("byOutcome")));
            assertEquals(count(crm, id, "last_outcome is null"), row.getInt("withoutOutcome"));
        }
        JsonObject spread = rows.stream()
                .filter(row -> row.getString("campaignId").equals(campaign.toString()))
                .findFirst()
                .orElseThrow();
        agentsEqual(crm, campaign, spread);
    }

    private static void agentsEqual(Workspace crm, UUID campaign, JsonObject row) throws SQLException {
        List<Map<String, Object>> expected = crm.rows(
                "select assigned_agent_id as agent, count(*) as count, count(*) filter (where " + OPEN + ") as open"
                        + " from campaign_contact where campaign_id = ? and assigned_agent_id is not null"
                        + " group by 1 order by count desc, agent",
                campaign);
        assertTrue(expected.size() > 20, "too few agents to leave some out");
        List<JsonObject> shown = row.getJsonArray("byAgent").getValuesAs(JsonObject.class);
        assertEquals(20, shown.size());
        for (int i = 0; i < 20; i++) {
            assertEquals(expected.get(i).get("agent").toString(), shown.get(i).getString("agentId"));
            assertEquals(
                    expected.get(i).get("count"),
                    shown.get(i).getJsonNumber("count").longValue());
            assertEquals(
                    expected.get(i).get("open"),
                    shown.get(i).getJsonNumber("open").longValue());
            assertFalse(shown.get(i).getString("fullName").isEmpty());
        }
        long others = expected.stream()
                .skip(20)
                .mapToLong(each -> (Long) each.get("count"))
                .sum();
        assertEquals(others, row.getJsonNumber("otherAgents").longValue());
    }

    @Test
    void leavesOutWhatWasNotAskedAndTellsWhatItDidNotFind() {
        UUID unknown = UUID.randomUUID();
        Answer answer = api.tool(
                "bulk_get_campaign_contact_counts",
                Demo.ORGANIZATION,
                input().add("campaignIds", array(List.of(Demo.campaign(2), unknown, Demo.campaign(1))))
                        .build());
        List<JsonObject> rows = rows(answer);
        assertEquals(
                List.of(Demo.campaign(2).toString(), Demo.campaign(1).toString()),
                rows.stream().map(row -> row.getString("campaignId")).toList());
        assertTrue(rows.get(0).containsKey("byState"));
        assertFalse(rows.get(0).containsKey("byOutcome") || rows.get(0).containsKey("byAgent"), answer.body());
        assertEquals(
                unknown.toString(), answer.output().getJsonArray("notFound").getString(0));
        JsonObject warning = answer.data().getJsonArray("warnings").getJsonObject(0);
        assertEquals("not_found", warning.getString("code"));
        assertEquals(unknown.toString(), warning.getString("resourceId"));
    }

    @Test
    void leadsToAssigningWhereAgentsAre() throws SQLException {
        Workspace crm = workspace(1, 9);
        UUID without = crm.campaign("active", "business");
        crm.enrol(without, "true");
        assertEquals(0, counts(crm, input()).data().getJsonArray("nextActions").size());
        UUID with = crm.campaign("active", "business");
        crm.enrol(with, "k.id in (select id from contact where organization_id = :org limit 4)");
        crm.run("insert into campaign_agent select :org, ?, id from app_user where organization_id = :org", with);
        JsonObject next =
                counts(crm, input()).data().getJsonArray("nextActions").getJsonObject(0);
        assertEquals("bulk_assign_campaign_contacts", next.getString("toolName"));
        Answer preview = crm.call(next.getString("toolName"), next.getJsonObject("suggestedInput"));
        assertEquals(4, preview.output().getInt("assigned"), preview.body());
    }

    @Test
    void countsByAgentInTwentyCampaignsAtMost() throws SQLException {
        Workspace crm = new Workspace(api);
        crm.run("insert into campaign (organization_id, name) select :org, 'C' || n from generate_series(1, 21) n");
        JsonArray byAgent = array(List.of("agent"));
        Answer absent = counts(crm, input().add("groupBy", byAgent));
        assertEquals("validation_failed", absent.code(), absent.body());
        JsonObject repair = absent.data().getJsonArray("nextActions").getJsonObject(0);
        assertEquals("bulk_get_campaign_contact_counts", repair.getString("toolName"));
        assertEquals(
                20,
                rows(crm.call(repair.getString("toolName"), repair.getJsonObject("suggestedInput")))
                        .size());
        JsonArrayBuilder named = Json.createArrayBuilder();
        for (int i = 0; i < 21; i++) {
            named.add(UUID.randomUUID().toString());
        }
        Answer refused = counts(crm, input().add("groupBy", byAgent).add("campaignIds", named));
        assertEquals("validation_failed", refused.code());
        assertEquals(
                "/input/campaignIds",
                refused.output().getJsonArray("violations").getJsonObject(0).getString("pointer"));
    }

    @Test
    void keepsItsBoundWhateverTheNamesAndTellsThatThereAreMore() throws SQLException {
        Workspace crm = workspace(30, 60);
        crm.run(
                "insert into campaign (organization_id, name) select :org, repeat('😀', 115) || n from generate_series(1, 201) n");
        crm.run("update app_user set full_name = repeat('😀', 150) where organization_id = :org");
        crm.run(SPREAD);
        Answer answer = counts(crm, input().add("groupBy", array(List.of("state", "outcome"))));
        assertEquals(200, rows(answer).size());
        assertEquals(7, rows(answer).get(199).getJsonObject("byOutcome").size());
        assertEquals(
                "more_campaigns",
                answer.data().getJsonArray("warnings").getJsonObject(0).getString("code"));
        fits(answer);
        Answer byAgent = counts(
                crm,
                input().add("groupBy", array(List.of("agent", "state", "outcome")))
                        .add(
                                "campaignIds",
                                array(rows(answer).stream()
                                        .limit(20)
                                        .map(row -> row.getString("campaignId"))
                                        .toList())));
        assertEquals(20, rows(byAgent).get(19).getJsonArray("byAgent").size());
        fits(byAgent);
    }

    private Workspace workspace(int agents, int contacts) throws SQLException {
        Workspace crm = new Workspace(api);
        for (int i = 0; i < agents; i++) {
            crm.agent("active");
        }
        crm.run("insert into contact (organization_id) select :org from generate_series(1, ?)", contacts);
        return crm;
    }

    private static Answer counts(Workspace crm, JsonObjectBuilder input) {
        return crm.call("bulk_get_campaign_contact_counts", input.build());
    }

    private static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    private static JsonArray array(Collection<?> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(value.toString()));
        return array.build();
    }

    private static List<JsonObject> rows(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("campaigns").getValuesAs(JsonObject.class);
    }

    private static int count(Workspace crm, UUID campaign, String condition) throws SQLException {
        return (int)
                crm.count("select count(*) from campaign_contact where campaign_id = ? and " + condition, campaign);
    }

    private static Map<String, Long> grouped(Workspace crm, UUID campaign, String column) throws SQLException {
        return crm
                .rows(
                        "select " + column + " as key, count(*) as n from campaign_contact where campaign_id = ? and "
                                + column + " is not null group by 1",
                        campaign)
                .stream()
                .collect(Collectors.toMap(row -> (String) row.get("key"), row -> (Long) row.get("n")));
    }

    private static Map<String, Long> numbers(JsonObject counts) {
        return counts.keySet().stream()
                .collect(Collectors.toMap(
                        key -> key, key -> counts.getJsonNumber(key).longValue()));
    }

    private static void fits(Answer answer) {
        int size = answer.size();
        assertTrue(size <= 96 * 1024 && size > 60 * 1024, () -> size + " bytes");
    }
}
