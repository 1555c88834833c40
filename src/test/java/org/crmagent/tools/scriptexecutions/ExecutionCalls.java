package org.crmagent.tools.scriptexecutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.BeforeEach;

/** Calls of the script execution tools in an organization that only the test has. */
abstract class ExecutionCalls extends OverHttp {
    /** An owner is asked how he heats, and with oil how old the boiler is; who rents is told that it is not for him. */
    protected static final String HEATING = """
            [{"id": "hello", "type": "instruction", "text": "Bonjour."},
             {"id": "owner", "type": "yesno", "text": "Propriétaire ?", "captureKey": "proprietaire", "required": true,
              "branches": [
               {"label": "Oui", "steps": [
                 {"id": "heating", "type": "select", "text": "Chauffage ?", "captureKey": "chauffage", "required": true,
                  "options": ["Gaz", "Fioul", "Électricité"], "branches": [
                   {"label": "Fioul", "steps": [
                     {"id": "age", "type": "question", "text": "Quel âge ?", "captureKey": "age", "required": true}]}]},
                 {"id": "area", "type": "question", "text": "Quelle surface ?", "captureKey": "surface"}]},
               {"label": "Non", "steps": [{"id": "tenant", "type": "instruction", "text": "Dommage."}]}]},
             {"id": "bye", "type": "instruction", "text": "Merci."}]
            """;

    protected Workspace workspace;
    protected UUID campaign;
    protected UUID contact;

    /** The client of the server that the calls go to. */
    Api caller() {
        return api;
    }

    /** An active campaign with the heating script and one contact. */
    @BeforeEach
    void open() throws SQLException {
        workspace = new Workspace(caller());
        campaign = workspace.campaign("active", "business");
        attach(HEATING);
        contact = contact();
    }

    protected static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    /** Gives the campaign a new script. */
    protected UUID attach(String steps) throws SQLException {
        UUID script = UUID.randomUUID();
        workspace.run(
                "insert into script_template (organization_id, id, name, status, steps, version) values (:org, ?, ?, 'published', ?::jsonb, 4)",
                script,
                "Script " + script,
                steps);
        workspace.run(
                "update campaign set script_template_id = ? where organization_id = :org and id = ?", script, campaign);
        return script;
    }

    /** A contact of the campaign. */
    protected UUID contact() throws SQLException {
        UUID added = UUID.randomUUID();
        workspace.run("insert into contact (organization_id, id, first_name) values (:org, ?, 'Ève')", added);
        workspace.enrol(campaign, "k.id = '" + added + "'");
        return added;
    }

    protected JsonObjectBuilder here() {
        return input().add("campaignId", campaign.toString()).add("contactId", contact.toString());
    }

    /** Answers as {@code step, answer, step, answer}; null forgets. */
    protected static JsonArrayBuilder responses(String... stepsAndAnswers) {
        JsonArrayBuilder responses = Json.createArrayBuilder();
        for (int i = 0; i < stepsAndAnswers.length; i += 2) {
            JsonObjectBuilder response = input().add("stepId", stepsAndAnswers[i]);
            responses.add(
                    stepsAndAnswers[i + 1] == null
                            ? response.addNull("answer")
                            : response.add("answer", stepsAndAnswers[i + 1]));
        }
        return responses;
    }

    protected Answer get(JsonObjectBuilder input) {
        return workspace.call("get_script_execution", input.build());
    }

    protected Answer upsert(JsonObjectBuilder input) {
        return workspace.call("upsert_script_execution", input.build());
    }

    /** The output of an upsert that works. */
    protected JsonObject upserted(JsonObjectBuilder input) {
        return output(upsert(input));
    }

    protected static JsonObject output(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output();
    }

    protected static String id(JsonObject output) {
        return output.getJsonObject("execution").getString("id");
    }

    protected static List<String> path(JsonObject output) {
        return output.getJsonArray("selectedPath")
                .getValuesAs(step -> step.asJsonObject().getString("stepId"));
    }

    /** Pointer, code and suggestion of each violation. */
    protected static List<String> violations(Answer answer) {
        return answer.output().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(violation -> violation.getString("pointer") + " " + violation.getString("code") + " "
                        + violation.getString("suggestion", "-"))
                .toList();
    }

    /** The next action of an answer, as it stands. */
    protected Answer follow(Answer answer, int index) {
        JsonObject next = answer.data().getJsonArray("nextActions").getJsonObject(index);
        return workspace.call(next.getString("toolName"), next.getJsonObject("suggestedInput"));
    }

    /** Responses without the order that the database gives them. */
    protected static String sorted(JsonObject output) {
        JsonObject responses = output.getJsonObject("execution").getJsonObject("responses");
        var inOrder = input();
        for (String step : List.of("owner", "heating", "age", "area")) {
            if (responses.containsKey(step)) {
                inOrder.add(step, responses.get(step));
            }
        }
        JsonObject sorted = inOrder.build();
        assertEquals(responses.keySet(), sorted.keySet());
        assertFalse(responses.containsValue(JsonValue.NULL));
        return sorted.toString();
    }
}
