package org.crmagent.tools.scriptexecutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** What {@code upsert_script_execution} refuses, and where that leads. */
class UpsertScriptExecutionRefusalsIT extends ExecutionCalls {
    @Test
    void refusesAnswersThatTheScriptDoesNotTake() throws SQLException {
        String[] unfit = {
            "hello", "Oui", "owner", "peut-être", "heating", "Nucléaire", "age", "  ", "zzz", "x", "areal", "90"
        };
        Answer refused = upsert(here().add("responses", responses(unfit)));
        assertEquals("validation_failed", refused.code());
        assertEquals(
                List.of(
                        "/input/responses/0/answer takes_no_answer -",
                        "/input/responses/1/answer unknown_answer -",
                        "/input/responses/2/answer unknown_answer -",
                        "/input/responses/3/answer blank -",
                        "/input/responses/4/stepId unknown_step -",
                        "/input/responses/5/stepId unknown_step area"),
                violations(refused));
        assertEquals(0, workspace.count("select count(*) from script_execution where organization_id = :org"));
        Answer near =
                upsert(here().add("responses", responses("owner", "Yes", "heating", "electricite", "surface", "90")));
        assertEquals(
                List.of(
                        "/input/responses/0/answer unknown_answer Oui",
                        "/input/responses/1/answer unknown_answer Électricité",
                        "/input/responses/2/stepId unknown_step area"),
                violations(near));
        JsonObject repaired = output(follow(near, 0));
        assertEquals("{\"owner\":\"Oui\",\"heating\":\"Électricité\",\"area\":\"90\"}", sorted(repaired));
    }

    @Test
    void leavesEndedOnesAlone() {
        JsonObject done = upserted(here().add("status", "completed").add("responses", responses("owner", "Non")));
        var same = input().add("executionId", id(done))
                .add("status", "completed")
                .add("responses", responses("owner", "Non"));
        Answer again = upsert(same);
        assertEquals(List.of("no_change"), again.warnings());
        assertEquals(done.getJsonObject("execution"), again.output().getJsonObject("execution"));
        for (String change : List.of("in_progress", "abandoned")) {
            assertEquals(
                    "invalid_state",
                    upsert(input().add("executionId", id(done)).add("status", change))
                            .code());
        }
        Answer refused = upsert(input().add("executionId", id(done)).add("responses", responses("owner", "Oui")));
        assertEquals("invalid_state", refused.code());
        assertEquals(done.getJsonObject("execution"), output(follow(refused, 0)).getJsonObject("execution"));
        JsonObject another = output(follow(refused, 1));
        assertTrue(another.getBoolean("created"));
        assertFalse(id(another).equals(id(done)));
    }

    @Test
    void needsTheContactInACampaignThatCalls() throws SQLException {
        UUID outsider = UUID.randomUUID();
        workspace.run(
                "insert into contact (organization_id, id, phone, phone_e164) values (:org, ?, '0612345678', '+33612345678')",
                outsider);
        Answer notIn = upsert(input().add("campaignId", campaign.toString()).add("contactId", outsider.toString()));
        assertEquals("404 [/input/contactId not_found -]", notIn.status() + " " + violations(notIn));
        assertEquals(1, output(follow(notIn, 0)).getInt("added"));
        Answer unknown = upsert(input().add("campaignId", outsider.toString()).add("contactId", campaign.toString()));
        assertEquals(List.of("/input/campaignId not_found -", "/input/contactId not_found -"), violations(unknown));
        assertEquals(
                "not_found",
                upsert(input().add("executionId", outsider.toString())).code());
        for (String over : List.of("completed", "archived")) {
            workspace.run("update campaign set status = ? where organization_id = :org", over);
            assertEquals(List.of("/input/campaignId campaign_ended -"), violations(upsert(here())));
        }
        workspace.run("update campaign set status = 'draft', script_template_id = null where organization_id = :org");
        Answer scriptless = upsert(here());
        assertEquals(
                "409 [/input/campaignId campaign_without_script -]",
                scriptless.status() + " " + violations(scriptless));
        output(follow(scriptless, 0));
    }

    @Test
    void takesActiveAgentsOnly() throws SQLException {
        UUID active = workspace.agent("active");
        UUID paused = workspace.agent("paused");
        UUID manager = UUID.randomUUID();
        workspace.run(
                "insert into app_user (organization_id, id, email, full_name, role) values (:org, ?, 'm@x.example', 'M', 'manager')",
                manager);
        assertEquals(
                "not_found",
                upsert(here().add("agentId", UUID.randomUUID().toString()).add("responses", responses("owner", "Gaz")))
                        .code());
        for (UUID unfit : List.of(paused, manager)) {
            Answer refused = upsert(here().add("agentId", unfit.toString()));
            assertEquals("invalid_state", refused.code());
            assertEquals(List.of("/input/agentId agent_not_active -"), violations(refused));
        }
        JsonObject started = upserted(here().add("agentId", active.toString()));
        assertEquals(
                active.toString(),
                started.getJsonObject("execution").getJsonObject("agent").getString("id"));
        workspace.run("update app_user set status = 'inactive' where organization_id = :org and id = ?", active);
        upserted(here().add("agentId", active.toString()).add("responses", responses("owner", "Non")));
    }
}
