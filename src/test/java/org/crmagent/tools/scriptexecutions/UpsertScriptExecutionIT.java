package org.crmagent.tools.scriptexecutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** {@link UpsertScriptExecutionRefusalsIT} has what it refuses. */
class UpsertScriptExecutionIT extends ExecutionCalls {
    @Test
    void startsWithACopyOfTheScript() throws SQLException {
        UUID agent = workspace.agent("active");
        workspace.run("update campaign_contact set assigned_agent_id = ? where organization_id = :org", agent);
        JsonObject started = upserted(here().add("responses", responses("owner", "Oui")));
        assertTrue(started.getBoolean("created"));
        assertEquals("heating", started.getJsonObject("nextStep").getString("stepId"));
        assertEquals(
                agent.toString(),
                started.getJsonObject("execution").getJsonObject("agent").getString("id"));
        assertEquals(4, started.getJsonObject("execution").getInt("templateVersion"));
        Map<String, Object> row = workspace
                .rows(
                        "select e.template_snapshot = jsonb_build_object('name', t.name, 'language', t.language, 'steps', t.steps)"
                                + " as copied, e.responses::text as responses, e.status from script_execution e join script_template t on t.id = e.script_template_id"
                                + " where e.organization_id = :org")
                .get(0);
        assertEquals("{copied=true, responses={\"owner\": \"Oui\"}, status=in_progress}", row.toString());
        JsonObject gone = upserted(here().add("responses", responses("heating", "Gaz")));
        assertFalse(gone.getBoolean("created"));
        assertEquals(id(started), id(gone));
        assertEquals(
                "{\"owner\":\"Oui\",\"heating\":\"Gaz\"}",
                gone.getJsonObject("execution").getJsonObject("responses").toString());
    }

    @Test
    void goesOnAfterTheTemplateIsChangedAndDeleted() throws SQLException {
        String id = id(upserted(here().add("responses", responses("owner", "Oui"))));
        UUID other = attach("[{\"id\": \"new\", \"type\": \"question\", \"text\": \"Neuf ?\"}]");
        workspace.run("delete from script_template where organization_id = :org and id <> ?", other);
        Answer answer = upsert(here().add("responses", responses("heating", "Gaz")));
        assertEquals(id, id(output(answer)));
        assertTrue(answer.output().getJsonObject("execution").isNull("scriptTemplateId"));
        assertEquals("area", answer.output().getJsonObject("nextStep").getString("stepId"));
        assertEquals(
                List.of("/input/responses/0/stepId unknown_step -"),
                violations(upsert(here().add("responses", responses("new", "x")))));
    }

    @Test
    void mergesReplacesAndForgets() {
        upserted(here().add("responses", responses("owner", "Oui", "heating", "Fioul", "age", "12")));
        JsonObject merged = upserted(here().add("responses", responses("age", null, "area", "90")));
        assertEquals("{\"owner\":\"Oui\",\"heating\":\"Fioul\",\"area\":\"90\"}", sorted(merged));
        assertEquals("age", merged.getJsonObject("nextStep").getString("stepId"));
        JsonObject replaced =
                upserted(here().add("mode", "replace").add("responses", responses("owner", "Non", "area", null)));
        assertEquals("{\"owner\":\"Non\"}", sorted(replaced));
        assertEquals(List.of("/input/responses required -"), violations(upsert(here().add("mode", "replace"))));
        assertEquals("{}", sorted(upserted(here().add("mode", "replace").add("responses", responses()))));
        assertEquals(
                List.of("/input/responses/1/stepId duplicate_step -"),
                violations(upsert(here().add("responses", responses("owner", "Oui", "owner", "Non")))));
    }

    @Test
    void followsAChangedAnswerAndKeepsWhatFallsOffThePath() {
        JsonObject first = upserted(
                here().add("responses", responses("owner", "Oui", "heating", "Fioul", "age", "12", "area", "90")));
        assertEquals(List.of("hello", "owner", "heating", "age", "area", "bye"), path(first));
        assertTrue(first.isNull("nextStep"));
        Answer changed = upsert(here().add("responses", responses("heating", "Gaz")));
        assertEquals(List.of("answers_off_path"), changed.warnings());
        assertEquals(List.of("hello", "owner", "heating", "area", "bye"), path(changed.output()));
        assertFalse(changed.output().getJsonObject("captured").containsKey("age"));
        assertEquals(
                "12",
                changed.output()
                        .getJsonObject("execution")
                        .getJsonObject("responses")
                        .getString("age"));
        Answer back = upsert(here().add("responses", responses("heating", "Fioul")));
        assertEquals(List.of(), back.warnings());
        assertEquals("12", back.output().getJsonObject("captured").getString("age"));
    }

    @Test
    void completesOnceTheRequiredStepsOnThePathAreAnswered() throws SQLException {
        Answer refused = upsert(
                here().add("status", "completed").add("responses", responses("owner", "Oui", "heating", "Fioul")));
        assertEquals("409 invalid_state", refused.status() + " " + refused.code());
        assertEquals(List.of("/input/status required_step_unanswered -"), violations(refused));
        assertTrue(refused.body().contains("\\\"age\\\""), refused.body());
        Answer answered = upsert(
                here().add("responses", responses("owner", "Oui", "heating", "Fioul", "age", "12", "area", "80")));
        JsonObject completed = output(follow(answered, 0));
        assertEquals("completed", completed.getJsonObject("execution").getString("status"));
        assertFalse(completed.getJsonObject("execution").isNull("completedAt"));
        assertEquals(id(answered.output()), id(completed));
        // a short cut through the script needs less
        contact = contact();
        assertTrue(upserted(here().add("status", "completed").add("responses", responses("owner", "Non")))
                .getBoolean("created"));
        contact = contact();
        upserted(here().add("status", "abandoned"));
        assertEquals(
                3,
                workspace.count(
                        "select count(*) from script_execution where organization_id = :org and completed_at is not null"));
    }

    @Test
    void saysThatNoServerIsThereToQualify() throws SQLException {
        UUID form = UUID.randomUUID();
        workspace.run(
                "insert into qualification_template (organization_id, id, name, status, fields) values (:org, ?, 'F', 'published',"
                        + " '[{\"key\": \"k\", \"label\": \"K\", \"type\": \"text\"}]')",
                form);
        workspace.run("update campaign set qualification_template_id = ? where organization_id = :org", form);
        Answer answer = upsert(here().add("autoQualify", true).add("responses", responses("owner", "Oui")));
        assertEquals(List.of("auto_qualify_unavailable"), answer.warnings());
        assertTrue(answer.body().contains("no AI server is configured"), answer.body());
        assertTrue(answer.output().getBoolean("created"));
    }

    @Test
    void warnsOfWhoMustNotBeCalled() throws SQLException {
        workspace.run("update contact set do_not_call = true where organization_id = :org");
        assertEquals(List.of("contact_do_not_call"), upsert(here()).warnings());
    }

    @Test
    void keepsNothingOfADryRun() throws SQLException {
        JsonObject preview = upserted(here().add("dryRun", true).add("responses", responses("owner", "Oui")));
        assertTrue(preview.getBoolean("created"));
        assertTrue(preview.getJsonObject("execution").isNull("id"));
        assertEquals(0, workspace.count("select count(*) from script_execution where organization_id = :org"));
        String id = id(upserted(here()));
        assertEquals(id, id(upserted(here().add("dryRun", true).add("responses", responses("owner", "Oui")))));
        assertEquals("{}", sorted(output(get(here()))));
    }
}
