package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

/** Assigning, against a naive oracle that deals contact by contact on random data. */
class BulkAssignCampaignContactsIT extends OverHttp {
    private static final String TOOL = "bulk_assign_campaign_contacts";

    @Test
    void assignsAsOneWouldByHand() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 300);
        Random random = new Random(5);
        for (int i = 0; i < 30; i++) {
            UUID campaign = crm.campaigns.get(random.nextInt(4));
            NaiveAssignment oracle = NaiveAssignment.random(crm, campaign, random);
            Map<String, Long> figures = oracle.figures();
            Answer preview =
                    crm.workspace.call(TOOL, oracle.input().add("dryRun", true).build());
            assertEquals(200, preview.status(), preview::body);
            assertEquals(figures, figures(preview.output()), preview::body);
            assertEquals(oracle.before(), NaiveAssignment.owners(crm, campaign), "a dry run changes nothing");
            Answer run = crm.workspace.call(
                    TOOL,
                    oracle.input()
                            .add("confirm", true)
                            .add("previewToken", preview.output().getString("previewToken"))
                            .build());
            assertEquals(200, run.status(), run::body);
            assertEquals(figures, figures(run.output()));
            assertEquals(oracle.after(), NaiveAssignment.owners(crm, campaign), oracle::toString);
            assertEquals(preview.output().getJsonArray("perAgent"), run.output().getJsonArray("perAgent"));
            loadsAreTold(crm, run.output());
        }
    }

    @Test
    void needsConfirmationAndActiveAgents() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 20);
        UUID campaign = crm.campaigns.get(0);
        JsonObjectBuilder plain = input(campaign, "balanced").add("agentIds", ids(crm.agents.get(0)));
        Answer answer = crm.workspace.call(TOOL, plain.build());
        assertEquals("confirmation_required", answer.code());
        Answer none = crm.workspace.call(
                TOOL, input(campaign, "balanced").add("confirm", true).build());
        assertEquals("invalid_state", none.code(), "the campaign has no agents");
        Answer paused = crm.workspace.call(
                TOOL,
                input(campaign, "balanced")
                        .add("agentIds", ids(crm.agents.get(0), crm.agents.get(5)))
                        .add("confirm", true)
                        .build());
        assertEquals("invalid_state", paused.code());
        assertTrue(
                paused.body().contains("Agent " + crm.agents.get(5).toString().substring(0, 8)), "by name");
        Answer unknown = crm.workspace.call(
                TOOL,
                input(campaign, "unassign")
                        .add("contactIds", ids(UUID.randomUUID()))
                        .add("confirm", true)
                        .build());
        assertEquals("not_found", unknown.code());
        assertEquals(
                "validation_failed",
                crm.workspace
                        .call(
                                TOOL,
                                input(campaign, "unassign").add("confirm", true).build())
                        .code());
    }

    @Test
    void expectedCountIsAssignedAndReassigned() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 60);
        JsonObjectBuilder all = input(crm.campaigns.get(1), "round_robin")
                .add("agentIds", ids(crm.agents.get(0), crm.agents.get(1)))
                .add("keepExisting", false)
                .add(
                        "filter",
                        Json.createObjectBuilder()
                                .add("states", Json.createArrayBuilder().add("to_call")));
        JsonObject request = all.build();
        Answer preview =
                crm.workspace.call(TOOL, with(request).add("dryRun", true).build());
        int count = preview.output().getInt("assigned") + preview.output().getInt("reassigned");
        assertEquals(
                "expected_count_mismatch",
                crm.workspace
                        .call(
                                TOOL,
                                with(request)
                                        .add("confirm", true)
                                        .add("expectedCount", count + 1)
                                        .build())
                        .code());
        Answer run = crm.workspace.call(
                TOOL,
                with(request).add("confirm", true).add("expectedCount", count).build());
        assertEquals(200, run.status(), run::body);
    }

    private static void loadsAreTold(RandomCrm crm, JsonObject output) throws SQLException {
        for (JsonObject share : output.getJsonArray("perAgent").getValuesAs(JsonObject.class)) {
            assertEquals(
                    share.getInt("after"),
                    crm.workspace.count(
                            "select count(*) from campaign_contact where organization_id = :org and assigned_agent_id = ?"
                                    + " and state in ('to_call', 'in_progress', 'follow_up')",
                            UUID.fromString(share.getString("agentId"))),
                    output::toString);
        }
    }

    private static JsonObjectBuilder with(JsonObject input) {
        return Json.createObjectBuilder(input);
    }

    private static JsonObjectBuilder input(UUID campaign, String strategy) {
        return Json.createObjectBuilder().add("campaignId", campaign.toString()).add("strategy", strategy);
    }

    private static JsonArrayBuilder ids(UUID... ids) {
        return Json.createArrayBuilder(List.of(ids).stream().map(UUID::toString).toList());
    }

    private static Map<String, Long> figures(JsonObject output) {
        Map<String, Long> figures = new java.util.TreeMap<>();
        List.of("matched", "assigned", "reassigned", "unassigned")
                .forEach(name -> figures.put(name, output.getJsonNumber(name).longValue()));
        output.getJsonObject("skipped").forEach((name, value) -> figures.put(name, Long.valueOf(value.toString())));
        return figures;
    }
}
