package org.crmagent.tools.scriptexecutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

class GetScriptExecutionIT extends ExecutionCalls {

    @Test
    void showsPathNextStepProgressAndCaptures() throws SQLException {
        UUID agent = workspace.agent("active");
        insert("in_progress", "{\"owner\": \"Oui\", \"heating\": \"Fioul\"}", 1);
        workspace.run("update script_execution set agent_id = ? where organization_id = :org", agent);
        JsonObject shown = output(get(here()));
        assertEquals(List.of("hello", "owner", "heating", "age", "area", "bye"), path(shown));
        JsonObject owner = shown.getJsonArray("selectedPath").getJsonObject(1);
        assertEquals(
                "yesno Propriétaire ? Oui",
                owner.getString("type") + " " + owner.getString("text") + " " + owner.getString("answer"));
        JsonObject next = shown.getJsonObject("nextStep");
        assertEquals("age", next.getString("stepId"));
        assertEquals("Quel âge ?", next.getString("text"));
        assertTrue(next.getBoolean("required"));
        assertEquals(
                input().add("answered", 2)
                        .add("remainingOnPath", 2)
                        .add("requiredRemaining", 1)
                        .build(),
                shown.getJsonObject("progress"));
        assertEquals(
                input().add("proprietaire", "Oui").add("chauffage", "Fioul").build(), shown.getJsonObject("captured"));
        JsonObject execution = shown.getJsonObject("execution");
        assertEquals("Ève", execution.getString("contactName"));
        assertEquals(agent.toString(), execution.getJsonObject("agent").getString("id"));
        assertEquals("Copie", execution.getString("templateName"));
        assertEquals(input().add("owner", "Oui").add("heating", "Fioul").build(), execution.getJsonObject("responses"));
    }

    @Test
    void offersTheAnswersOfTheNextStep() throws SQLException {
        insert("in_progress", "{}", 1);
        JsonObject next = output(get(here())).getJsonObject("nextStep");
        assertEquals("[\"Oui\",\"Non\"]", next.getJsonArray("options").toString());
        workspace.run("update script_execution set responses = '{\"owner\": \"Oui\"}' where organization_id = :org");
        next = output(get(here())).getJsonObject("nextStep");
        assertEquals(
                "[\"Gaz\",\"Fioul\",\"Électricité\"]",
                next.getJsonArray("options").toString());
    }

    @Test
    void findsTheOpenOneElseTheLatest() throws SQLException {
        UUID first = insert("completed", "{}", 30);
        UUID second = insert("abandoned", "{}", 20);
        assertEquals(second.toString(), id(output(get(here()))));
        UUID open = insert("in_progress", "{}", 40);
        assertEquals(open.toString(), id(output(get(here()))));
        assertEquals(first.toString(), id(output(get(input().add("executionId", first.toString())))));
    }

    @Test
    void tellsOfTheCompletedOneBesideABareOne() throws SQLException {
        UUID done = insert("completed", "{\"owner\": \"Non\"}", 30);
        insert("in_progress", "{}", 10);
        Answer bare = get(here());
        assertEquals(List.of("previous_execution_completed"), bare.warnings());
        assertEquals(done.toString(), id(output(follow(bare, 0))));
        workspace.run(
                "update script_execution set responses = '{\"owner\": \"Oui\"}' where organization_id = :org and status = 'in_progress'");
        assertEquals(List.of(), get(here()).warnings());
        // an ended one leads nowhere, though a step that need not be answered is open
        workspace.run(
                "update script_execution set responses = '{\"owner\": \"Oui\", \"heating\": \"Gaz\"}' where organization_id = :org and id = ?",
                done);
        Answer ended = get(input().add("executionId", done.toString()));
        assertFalse(ended.data().getString("summary").contains("next is"), ended.body());
    }

    @Test
    void keepsAnswersOffThePathApart() throws SQLException {
        insert("in_progress", "{\"owner\": \"Non\", \"age\": \"12\"}", 1);
        Answer answer = get(here());
        assertEquals(List.of("answers_off_path"), answer.warnings());
        assertEquals(List.of("hello", "owner", "tenant", "bye"), path(answer.output()));
        assertEquals(
                "{\"proprietaire\":\"Non\"}",
                answer.output().getJsonObject("captured").toString());
        assertEquals(
                "12",
                answer.output()
                        .getJsonObject("execution")
                        .getJsonObject("responses")
                        .getString("age"));
        assertTrue(answer.output().isNull("nextStep"));
    }

    @Test
    void tellsWhatIsMissing() throws SQLException {
        assertEquals(List.of("/input one_of -"), violations(get(input())));
        assertEquals(List.of("/input one_of -"), violations(get(here().add("executionId", contact.toString()))));
        assertEquals(List.of("/input one_of -"), violations(get(input().add("contactId", contact.toString()))));
        UUID nobody = UUID.randomUUID();
        Answer unknown = get(input().add("campaignId", nobody.toString()).add("contactId", nobody.toString()));
        assertEquals(List.of("/input/campaignId not_found -", "/input/contactId not_found -"), violations(unknown));
        Answer id = get(input().add("executionId", nobody.toString()));
        assertEquals("404 [/input/executionId not_found -]", id.status() + " " + violations(id));
        Answer none = get(here());
        assertEquals("404 [/input/contactId not_found -]", none.status() + " " + violations(none));
        assertTrue(output(follow(none, 0)).getBoolean("created"));
    }

    /** A loader gives keys only. */
    @Test
    void showsWhatALoaderLeavesOut() throws SQLException {
        workspace.run(
                "insert into script_execution (organization_id, campaign_id, contact_id) values (:org, ?, ?)",
                campaign,
                contact);
        JsonObject shown = output(get(here()));
        assertEquals(List.of(), path(shown));
        assertTrue(shown.getJsonObject("execution").isNull("templateName"));
    }

    @Test
    void keepsItsBoundWhateverWasLoaded() throws SQLException {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        JsonObjectBuilder answers = input();
        for (int i = 0; i < 200; i++) {
            String id = "step-%03d-%s".formatted(i, "x".repeat(30));
            steps.add(input().add("id", id)
                    .add("type", "question")
                    .add("text", "😀".repeat(i))
                    .add("captureKey", "k" + i + "y".repeat(50)));
            answers.add(id, "é".repeat(2000));
        }
        UUID execution = insert("in_progress", answers.build().toString(), 1);
        workspace.run(
                "update script_execution set template_snapshot = jsonb_build_object('steps', ?::jsonb) where organization_id = :org and id = ?",
                steps.build().toString(),
                execution);
        Answer answer = get(here());
        assertEquals(200, answer.status(), answer.body());
        int size = answer.size();
        assertTrue(size > 80 * 1024 && size <= 96 * 1024, () -> size + " bytes");
        assertEquals(200, path(answer.output()).size());
    }

    private UUID insert(String status, String responses, int minutesAgo) throws SQLException {
        UUID id = UUID.randomUUID();
        workspace.run(
                "insert into script_execution (organization_id, id, campaign_id, contact_id, script_template_id, template_snapshot, status,"
                        + " responses, started_at) select :org, ?, c.id, ?, t.id, jsonb_build_object('name', 'Copie', 'steps', t.steps), ?,"
                        + " ?::jsonb, now() - ? * interval '1 minute' from campaign c join script_template t on t.id = c.script_template_id"
                        + " where c.organization_id = :org and c.id = ?",
                id,
                contact,
                status,
                responses,
                minutesAgo,
                campaign);
        return id;
    }
}
