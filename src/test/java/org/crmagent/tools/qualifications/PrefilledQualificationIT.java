package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** Qualifications whose values come from what a script execution has captured. */
class PrefilledQualificationIT extends QualificationCalls {

    @Test
    void fillsInWhatTheScriptCaptured() throws Exception {
        execution(contact, "completed", "{\"s1\": \"Non\", \"s2\": \"Gaz\"}");
        UUID open = execution(
                contact,
                "in_progress",
                "{\"s1\": \"Oui\", \"s2\": \"electricite\", \"s3\": \"environ 80 m²\", \"s4\": \"demain\"}");
        Answer answer = create(creation("{'area': 90, 'heating': null}").add("prefillFromExecution", true));
        JsonObject output = done(answer);
        assertEquals("{area=90, owner=true}", new TreeMap<>(values(output)).toString());
        assertEquals(
                1,
                workspace.count(
                        "select count(*) from qualification where organization_id = :org and script_execution_id = ?",
                        open));
        // what the call gives itself is neither counted nor warned about
        assertEquals(List.of("prefill_unreadable"), answer.warnings());
        assertTrue(
                answer.data().getString("summary").contains("1 value comes from the script execution " + open),
                answer.body());
    }

    @Test
    void prefersTheExecutionThatTellsMost() throws Exception {
        execution(contact, "abandoned", "{}");
        assertEquals("{}", prefilled());
        execution(contact, "abandoned", "{\"s1\": \"Non\"}");
        assertEquals("{\"owner\":false}", prefilled());
        execution(contact, "completed", "{\"s1\": \"Oui\", \"s2\": \"Gaz\"}");
        execution(contact, "completed", "{}");
        assertEquals("{\"owner\":true,\"heating\":\"Gaz\"}", prefilled());
        UUID open = execution(contact, "in_progress", "{}");
        assertEquals("{\"owner\":true,\"heating\":\"Gaz\"}", prefilled());
        workspace.run("update script_execution set responses = '{\"s2\": \"Gaz\"}' where id = ?", open);
        assertEquals("{\"heating\":\"Gaz\"}", prefilled());
    }

    private String prefilled() {
        String made = values(
                        created(creation("{}").add("prefillFromExecution", true).add("dryRun", true)))
                .toString();
        JsonObject schema = done(workspace.call(
                "get_qualification_schema",
                input().add("campaignId", campaign.toString())
                        .add("contactId", contact.toString())
                        .build()));
        assertEquals(made, schema.getJsonObject("prefilled").toString());
        return made;
    }

    @Test
    void takesTheExecutionThatIsNamed() throws Exception {
        UUID agent = workspace.agent("paused");
        UUID done = execution(contact, "completed", "{\"s1\": \"Non\"}");
        execution(contact, "in_progress", "{\"s1\": \"Oui\"}");
        workspace.run("update script_execution set agent_id = ? where id = ?", agent, done);
        JsonObject output =
                created(creation("{}").add("prefillFromExecution", true).add("scriptExecutionId", done.toString()));
        assertEquals("{\"owner\":false}", values(output).toString());
        assertEquals(agent.toString(), output.getJsonObject("qualification").getString("agentId"));
    }

    @Test
    void tellsWhenThereIsNothingToFillIn() {
        Answer answer = create(creation("{}").add("prefillFromExecution", true));
        assertEquals(200, answer.status());
        assertEquals(List.of("no_script_execution", "missing_required"), answer.warnings());
    }

    @Test
    void refusesExecutionsOfOthers() throws Exception {
        UUID foreign = execution(contact("A", "B"), "completed", "{}");
        refused(
                create(creation("{}").add("scriptExecutionId", foreign.toString())),
                409,
                "invalid_state",
                "/input/scriptExecutionId other_contact");
        refused(
                create(creation("{}").add("scriptExecutionId", UUID.randomUUID().toString())),
                404,
                "not_found",
                "/input/scriptExecutionId not_found");
    }
}
