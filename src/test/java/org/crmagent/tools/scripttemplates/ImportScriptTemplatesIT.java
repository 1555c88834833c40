package org.crmagent.tools.scripttemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

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
            assertEquals(List.of("/input/templates/0/checksum checksum_mismatch"), violations(answer));
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
    void refusesNewerFormatsAndOtherThings() {
        JsonObject newer = Json.createObjectBuilder(signed(document(unique("Futur"))))
                .add("formatVersion", 2)
                .add("mood", "bright")
                .build();
        Answer answer = load(Json.createArrayBuilder().add(newer).build(), input());
        assertEquals(List.of("/input/templates/0/formatVersion newer_version"), violations(answer));
        assertTrue(answer.body().contains("up to 1 is understood"), answer.body());
        JsonObject other = Json.createObjectBuilder(signed(document(unique("Autre"))))
                .add("format", "crm-agent/qualification-template")
                .build();
        assertEquals(
                List.of("/input/templates/0/format not_allowed_value"),
                violations(load(Json.createArrayBuilder().add(other).build(), input())));
        JsonObject broken = signed(document(unique("Étiquette")).add("steps", steps("""
                [{'id': 'a', 'type': 'yesno', 'text': 'x', 'branches': [{'label': 'Yes', 'steps': []}]}]""")));
        assertEquals(
                List.of("/input/templates/0/steps/0/branches/0/label unknown_label"),
                violations(load(Json.createArrayBuilder().add(broken).build(), input())));
    }

    @Test
    void sendsFormsToTheirTool() {
        JsonObject form = signed(document(unique("Fiche")).add("format", "crm-agent/qualification-template"));
        Answer refused = load(Json.createArrayBuilder().add(form).build(), input());
        assertEquals(List.of("/input/templates/0/format not_allowed_value"), violations(refused));
        assertTrue(refused.body().contains("import_qualification_templates"), refused.body());
    }

    @Test
    void failsSkipsRenamesOrReplaces() {
        String name = unique("Conflit");
        String there = created(
                        input().add("name", name).add("status", "published").add("steps", steps(ONE_QUESTION)))
                .getString("id");
        JsonArray documents = Json.createArrayBuilder()
                .add(signed(document(unique("Libre"))))
                .add(signed(document(name.toUpperCase(java.util.Locale.ROOT))
                        .add("steps", steps("[{'id': 'n', 'type': 'instruction', 'text': 'Nouveau'}]"))))
                .build();
        Answer failed = load(documents, input());
        assertEquals("duplicate_name", failed.code(), failed.body());
        assertEquals(List.of("/input/templates/1/name duplicate_name"), violations(failed));
        assertEquals("", suggestion(failed, 0));
        assertEquals(there, follow(failed).output().getJsonObject("template").getString("id"));

        Answer skipped = load(documents, input().add("onConflict", "skip"));
        assertEquals(List.of("created", "skipped"), actions(skipped));
        assertEquals(there, result(skipped, 1).getString("templateId"));
        assertEquals(1, shown(there).getJsonObject("template").getInt("version"));

        Answer renamed = load(documents, input().add("onConflict", "rename").add("status", "published"));
        assertEquals(List.of("renamed", "renamed"), actions(renamed));
        assertEquals(
                name.toUpperCase(java.util.Locale.ROOT) + " (2)",
                result(renamed, 1).getString("name"));
        assertEquals(
                "published",
                shown(result(renamed, 1).getString("templateId"))
                        .getJsonObject("template")
                        .getString("status"));

        Answer replaced = load(documents, input().add("onConflict", "replace"));
        assertEquals(List.of("skipped", "replaced"), actions(replaced));
        JsonObject template = shown(there).getJsonObject("template");
        assertEquals("published", template.getString("status"));
        assertEquals(2, template.getInt("version"));
        assertEquals("n", template.getJsonArray("steps").getJsonObject(0).getString("id"));
        assertEquals(List.of("skipped", "skipped"), actions(load(documents, input().add("onConflict", "replace"))));
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
        assertEquals(List.of("executions_in_progress"), warnings(answer));
        assertEquals(
                read, answer.data().getJsonArray("warnings").getJsonObject(0).getString("resourceId"));
    }

    @Test
    void importsAllOrNothing() throws SQLException {
        String mark = unique("Lot");
        String taken = mark + " 30";
        created(input().add("name", taken).add("steps", steps(ONE_QUESTION)));
        JsonArrayBuilder documents = Json.createArrayBuilder();
        for (int i = 0; i < 50; i++) {
            documents.add(signed(document(mark + " " + i)));
        }
        JsonArray fifty = documents.build();
        assertEquals("duplicate_name", load(fifty, input()).code());
        assertEquals(1L, count(mark));
        Answer dry = load(fifty, input().add("onConflict", "rename").add("dryRun", true));
        assertEquals(200, dry.status(), dry.body());
        assertEquals(1L, count(mark));
        assertEquals(JsonValue.NULL, result(dry, 0).get("templateId"));
        Answer real = load(fifty, input().add("onConflict", "rename"));
        assertEquals(actions(dry), actions(real));
        assertEquals(51L, count(mark));
        assertEquals(taken + " (2)", result(real, 30).getString("name"));
        JsonArray more = Json.createArrayBuilder(fifty)
                .add(signed(document(unique("Trop"))))
                .build();
        assertEquals(List.of("/input/templates too_many_items"), violations(load(more, input())));
    }

    @Test
    void tellsDocumentsOfOneNameApart() {
        String name = unique("Double");
        JsonArray twice = Json.createArrayBuilder()
                .add(signed(document(name)))
                .add(signed(document(" " + name.toUpperCase(java.util.Locale.ROOT))))
                .build();
        for (String refusing : List.of("fail", "replace")) {
            assertEquals(
                    List.of("/input/templates/1/name duplicate_in_import"),
                    violations(load(twice, input().add("onConflict", refusing))));
        }
        Answer dry = load(twice, input().add("onConflict", "skip").add("dryRun", true));
        assertEquals(List.of("created", "skipped"), actions(dry));
        assertEquals(JsonValue.NULL, result(dry, 1).get("templateId"));
        Answer renamed = load(twice, input().add("onConflict", "rename"));
        assertEquals(List.of("created", "renamed"), actions(renamed));
        assertFalse(result(renamed, 0)
                .getString("templateId")
                .equals(result(renamed, 1).getString("templateId")));
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

    private static long count(String mark) throws SQLException {
        return (Long) Database.value("select count(*) from script_template where name like ? || '%'", mark);
    }
}
