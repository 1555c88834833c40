package org.crmagent.tools.scripttemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.List;
import org.crmagent.it.Answer;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

/** What is its own; {@code TemplateImportIT} has what both kinds do alike. */
class ImportScriptTemplatesIT extends ScriptCalls {
    private static final String EXPORT = "export_script_template";

    @Test
    void isTheIdentityAcrossOrganizations() {
        JsonArray exported = documents(EXPORT, Demo.ORGANIZATION, list(hostile(), published("Simple")));
        Answer imported = api.tool(
                "import_script_templates",
                Demo.OTHER_ORGANIZATION,
                input().add("templates", exported).build());
        assertEquals(200, imported.status(), imported.body());
        assertEquals(List.of("created", "created"), actions(imported));
        assertEquals(exported, documents(EXPORT, Demo.OTHER_ORGANIZATION, made(imported)));
    }

    @Test
    void makesTheSameTemplateHereOnceTheFirstIsGone() {
        String id = hostile();
        JsonObject before = shown(id).getJsonObject("template");
        JsonArray documents = documents(EXPORT, Demo.ORGANIZATION, list(id));
        call("delete_script_template", input().add("templateId", id).add("confirm", true));
        Answer answer = load(documents, input());
        JsonObject after = shown(result(answer, 0).getString("templateId")).getJsonObject("template");
        for (String same : List.of("name", "description", "language", "steps", "stepCount")) {
            assertEquals(before.get(same), after.get(same));
        }
        assertEquals("draft", after.getString("status"));
    }

    @Test
    void refusesWhatWasTamperedWith() {
        JsonObject document = signed(document(unique("Scellé")));
        for (JsonObjectBuilder tampered : List.of(
                Json.createObjectBuilder(document).add("name", unique("Autre")),
                Json.createObjectBuilder(document).add("description", "x"),
                Json.createObjectBuilder(document).add("language", "en"),
                Json.createObjectBuilder(document)
                        .add(
                                "steps",
                                steps("[{'id': 'q', 'type': 'question', 'text': 'Quand?', 'captureKey': 'when'}]")))) {
            Answer answer = load(Json.createArrayBuilder().add(tampered).build(), input());
            assertEquals(List.of("/input/templates/0/checksum checksum_mismatch"), answer.violations());
        }
        JsonObject spelledOtherwise = Json.createObjectBuilder(document)
                .add("description", JsonValue.NULL)
                .build();
        assertEquals(
                200,
                load(Json.createArrayBuilder().add(spelledOtherwise).build(), input())
                        .status());
    }

    @Test
    void checksTheSteps() {
        JsonObject broken = signed(document(unique("Étiquette")).add("steps", steps("""
                [{'id': 'a', 'type': 'yesno', 'text': 'x', 'branches': [{'label': 'Yes', 'steps': []}]}]""")));
        assertEquals(
                List.of("/input/templates/0/steps/0/branches/0/label unknown_label"),
                load(Json.createArrayBuilder().add(broken).build(), input()).violations());
    }

    @Test
    void sendsFormsToTheirTool() {
        JsonObject form = signed(document(unique("Fiche")).add("format", "crm-agent/qualification-template"));
        Answer refused = load(Json.createArrayBuilder().add(form).build(), input());
        assertEquals(List.of("/input/templates/0/format not_allowed_value"), refused.violations());
        assertTrue(refused.body().contains("import_qualification_templates"), refused.body());
    }

    @Test
    void tellsOfExecutionsThatKeepTheScriptThatIsReplaced() throws SQLException {
        String read = published("Lu");
        execution(read, campaign(read, "active"));
        String other = published("Pas lu");
        JsonArrayBuilder documents = Json.createArrayBuilder();
        for (String id : List.of(read, other)) {
            String name = shown(id).getJsonObject("template").getString("name");
            documents.add(signed(
                    document(name).add("steps", steps("[{'id': 'n', 'type': 'instruction', 'text': 'Nouveau'}]"))));
        }
        Answer answer = load(documents.build(), input().add("onConflict", "replace"));
        assertEquals(List.of("replaced", "replaced"), actions(answer));
        assertEquals(List.of("executions_in_progress"), answer.warnings());
        assertEquals(
                read, answer.data().getJsonArray("warnings").getJsonObject(0).getString("resourceId"));
    }

    @Test
    void tellsTheFirstLintOfEach() {
        JsonArrayBuilder questions = Json.createArrayBuilder();
        for (int i = 0; i < 5; i++) {
            questions.add(input().add("id", "q" + i).add("type", "question").add("text", "Quand ?"));
        }
        Answer answer = load(
                Json.createArrayBuilder()
                        .add(signed(document(unique("Lint")).add("steps", questions)))
                        .build(),
                input());
        assertEquals(3, result(answer, 0).getJsonArray("lint").size());
        assertEquals(5, result(answer, 0).getInt("lintCount"));
    }

    private String hostile() {
        return created(input().add("name", unique("Hostile \u202E 😀"))
                        .add("description", "<b>\n\t\"quoted\" \\ \u0001")
                        .add("language", "pt-BR")
                        .add("steps", steps("""
                                [{'id': 'a', 'type': 'yesno', 'text': 'x', 'required': false, 'branches': []},
                                 {'id': 'b', 'type': 'select', 'text': 'é', 'options': ['😀', 'B'], 'branches': [
                                   {'label': '😀', 'steps': [{'id': 'c', 'type': 'instruction', 'text': '\\u0007'}]}]}]""")))
                .getString("id");
    }

    private static JsonObjectBuilder document(String name) {
        return input().add("format", "crm-agent/script-template")
                .add("formatVersion", 1)
                .add("name", name)
                .add("language", "fr")
                .add("steps", steps(ONE_QUESTION));
    }

    private Answer load(JsonArray documents, JsonObjectBuilder input) {
        return call("import_script_templates", input.add("templates", documents));
    }
}
