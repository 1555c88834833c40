package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Recount;
import org.junit.jupiter.api.Test;

/** Adding by filter, against a naive oracle on random data. */
class BulkAddContactsToCampaignByFilterIT extends OverHttp {
    private static final String TOOL = "bulk_add_contacts_to_campaign_by_filter";

    @Test
    void addsWhatANaiveLookWouldAdd() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 400);
        Random random = new Random(3);
        for (int i = 0; i < 24; i++) {
            boolean consumer = random.nextInt(4) == 0;
            UUID campaign = random.nextBoolean()
                    ? crm.campaigns.get(random.nextInt(4))
                    : crm.workspace.campaign("draft", consumer ? "consumer" : "business");
            NaiveAddition oracle = NaiveAddition.random(crm, campaign, random);
            JsonObject input = oracle.input().build();
            Answer preview = crm.workspace.call(TOOL, with(input, "dryRun", JsonValue.TRUE));
            assertEquals(200, preview.status(), preview::body);
            Map<String, Long> expected = oracle.figures();
            assertEquals(expected, figures(preview.output()), input::toString);
            assertEquals(oracle.members(), Recount.members(crm.workspace, campaign), "a dry run adds nobody");
            Answer run = crm.workspace.call(
                    TOOL,
                    with(
                            input,
                            "previewToken",
                            Json.createValue(preview.output().getString("previewToken"))));
            assertEquals(200, run.status(), run::body);
            assertEquals(expected, figures(run.output()));
            assertEquals(oracle.added(), NaiveAddition.added(crm, campaign, oracle), input::toString);
            assertEquals(
                    preview.output().getJsonArray("sample"),
                    run.output().getJsonArray("sample"),
                    "samples are the same");
            assertEquals(
                    Recount.members(crm.workspace, campaign),
                    run.output().getJsonObject("campaignTotals").getInt("total"));
        }
    }

    @Test
    void previewOfASetThatChangedIsStale() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 50);
        UUID campaign = crm.workspace.campaign("draft", "business");
        JsonObject input = all(campaign).build();
        String token = crm.workspace
                .call(TOOL, with(input, "dryRun", JsonValue.TRUE))
                .output()
                .getString("previewToken");
        crm.workspace.run(
                "insert into contact (organization_id, last_name, phone_e164) values (:org, 'Neu', '+33611111111')");
        Answer stale = crm.workspace.call(TOOL, with(input, "previewToken", Json.createValue(token)));
        assertEquals("preview_stale", stale.code());
        assertEquals(0, Recount.members(crm.workspace, campaign));
        Answer run = crm.workspace.call(
                TOOL, stale.data().getJsonArray("nextActions").getJsonObject(0).getJsonObject("suggestedInput"));
        assertEquals(200, run.status(), run::body);
        Answer twice = crm.workspace.call(
                TOOL, stale.data().getJsonArray("nextActions").getJsonObject(0).getJsonObject("suggestedInput"));
        assertEquals("preview_stale", twice.code(), "a preview is good for one run");
    }

    @Test
    void comparesTheExpectedCount() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 50);
        UUID campaign = crm.workspace.campaign("draft", "business");
        Answer answer =
                crm.workspace.call(TOOL, with(all(campaign).build(), "expectedCount", Json.createValue(10_000)));
        assertEquals("expected_count_mismatch", answer.code());
        assertEquals(0, Recount.members(crm.workspace, campaign));
    }

    @Test
    void dealsWhatItAdds() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 120);
        UUID campaign = crm.workspace.campaign("active", "business");
        List<UUID> agents = crm.agents.subList(0, 3);
        JsonObjectBuilder assign = Json.createObjectBuilder()
                .add("strategy", "round_robin")
                .add(
                        "agentIds",
                        Json.createArrayBuilder(
                                agents.stream().map(UUID::toString).toList()))
                .add("maxPerAgent", 10);
        Answer answer =
                crm.workspace.call(TOOL, all(campaign).add("assign", assign).build());
        assertEquals(200, answer.status(), answer::body);
        assertEquals(30, answer.output().getInt("assigned"));
        assertTrue(
                answer.data().getString("summary").contains("and assigned 30, "), "those no agent could take are told");
        assertEquals(3, answer.data().getJsonArray("warnings").size(), "three agents joined");
        assertEquals(
                3,
                crm.workspace.count(
                        "select count(*) from campaign_agent where organization_id = :org and campaign_id = ?",
                        campaign));
        for (int i = 0; i < agents.size(); i++) {
            JsonObject share = answer.output().getJsonArray("perAgent").getJsonObject(i);
            assertEquals(agents.get(i).toString(), share.getString("agentId"));
            assertEquals(
                    share.getInt("after"),
                    crm.workspace.count(
                            "select count(*) from campaign_contact where organization_id = :org and assigned_agent_id = ?"
                                    + " and state in ('to_call', 'in_progress', 'follow_up')",
                            agents.get(i)));
        }
    }

    @Test
    void refusesWhatCannotBe() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 10);
        UUID completed = crm.campaigns.get(4);
        assertEquals(
                "invalid_state",
                crm.workspace.call(TOOL, all(completed).build()).code());
        UUID campaign = crm.campaigns.get(3);
        Answer empty = crm.workspace.call(
                TOOL,
                Json.createObjectBuilder()
                        .add("campaignId", campaign.toString())
                        .add("filter", Json.createObjectBuilder())
                        .build());
        assertEquals("validation_failed", empty.code());
        assertTrue(empty.body().contains("/input/filter"), empty::body);
        Answer paused = crm.workspace.call(
                TOOL,
                all(campaign)
                        .add(
                                "assign",
                                Json.createObjectBuilder()
                                        .add("strategy", "balanced")
                                        .add(
                                                "agentIds",
                                                Json.createArrayBuilder()
                                                        .add(crm.agents.get(5).toString())))
                        .build());
        assertEquals("invalid_state", paused.code(), paused::body);
        assertTrue(paused.body().contains("/input/assign/agentIds/0"), paused::body);
        assertEquals(
                "not_found",
                crm.workspace.call(TOOL, all(UUID.randomUUID()).build()).code());
    }

    @Test
    void refusesWeightsOfStrangersAndSearchesOfBlanks() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 10);
        UUID campaign = crm.workspace.campaign("draft", "business");
        crm.workspace.run(
                "insert into campaign_agent (organization_id, campaign_id, user_id) values (:org, ?, ?)",
                campaign,
                crm.agents.get(0));
        String stranger = UUID.randomUUID().toString();
        Answer weights = crm.workspace.call(
                TOOL,
                all(campaign)
                        .add(
                                "assign",
                                Json.createObjectBuilder()
                                        .add("strategy", "weighted")
                                        .add(
                                                "weights",
                                                Json.createObjectBuilder().add(stranger, 3)))
                        .build());
        assertEquals("validation_failed", weights.code(), weights::body);
        assertTrue(weights.body().contains("/input/assign/weights/" + stranger), weights::body);
        Answer blank = crm.workspace.call(
                TOOL,
                Json.createObjectBuilder()
                        .add("campaignId", campaign.toString())
                        .add("filter", Json.createObjectBuilder().add("search", "  a"))
                        .build());
        assertEquals("validation_failed", blank.code(), blank::body);
        assertTrue(blank.body().contains("/input/filter/search"), blank::body);
    }

    private static JsonObjectBuilder all(UUID campaign) {
        return Json.createObjectBuilder()
                .add("campaignId", campaign.toString())
                .add("filter", Json.createObjectBuilder().add("all", true));
    }

    private static JsonObject with(JsonObject input, String name, JsonValue value) {
        return Json.createObjectBuilder(input).add(name, value).build();
    }

    private static Map<String, Long> figures(JsonObject output) {
        Map<String, Long> figures = new java.util.TreeMap<>();
        figures.put("matched", output.getJsonNumber("matched").longValue());
        figures.put("added", output.getJsonNumber("added").longValue());
        output.getJsonObject("skipped").forEach((name, value) -> figures.put(name, Long.valueOf(value.toString())));
        return figures;
    }
}
