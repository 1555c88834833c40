package org.crmagent.tools.scripttemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** {@link UpdateScriptTemplateInUseIT} has what campaigns and executions see of a change. */
class UpdateScriptTemplateIT extends ScriptCalls {
    @Test
    void changesWhatIsGivenAndTellsIt() {
        String id = draft();
        Answer answer = update(id, input().add("description", "Nouvelle").add("language", "en"));
        assertEquals(List.of("description", "language"), fields(answer));
        JsonObject template = answer.output().getJsonObject("template");
        assertEquals(2, template.getInt("version"));
        assertEquals(steps(TREE), template.getJsonArray("steps"));
        Answer cleared = update(id, input().add("description", JsonValue.NULL).add("name", JsonValue.NULL));
        assertEquals(List.of("description"), fields(cleared));
        assertEquals(
                "Nouvelle",
                cleared.output().getJsonArray("changes").getJsonObject(0).getString("from"));
    }

    @Test
    void tellsWhichStepsCameWentAndChanged() {
        Answer answer = update(draft(), input().add("steps", steps("""
                [{'id': 'a', 'type': 'yesno', 'text': 'Alors ?', 'captureKey': 'a', 'branches': [
                   {'label': 'Oui', 'steps': [
                      {'id': 'b', 'type': 'question', 'text': 'Quoi donc ?', 'captureKey': 'b'},
                      {'id': 'c', 'type': 'instruction', 'text': 'Bien'}]},
                   {'label': 'Non', 'steps': []}]}]""")));
        JsonObject change = answer.output().getJsonArray("changes").getJsonObject(0);
        assertEquals("steps", change.getString("field"));
        assertEquals(List.of("z"), ids(change.getJsonObject("from"), "removed"));
        assertEquals(List.of("c"), ids(change.getJsonObject("to"), "added"));
        assertEquals(List.of("b"), ids(change.getJsonObject("to"), "changed"));
        assertEquals(3, change.getJsonObject("to").getInt("stepCount"));
        assertEquals(2, change.getJsonObject("to").getInt("pathCount"));
    }

    @Test
    void countsNoChangeAsNone() {
        String id = draft();
        Answer answer = update(id, input().add("steps", steps(TREE)).add("status", "draft"));
        assertEquals(List.of("no_change"), answer.warnings());
        assertEquals(1, answer.output().getJsonObject("template").getInt("version"));
    }

    @Test
    void walksTheLifeCycleOnly() {
        String id = draft();
        for (String status : List.of("published", "draft", "archived", "draft", "published", "archived")) {
            assertEquals(200, update(id, input().add("status", status)).status(), status);
        }
        assertEquals(
                "invalid_state", update(id, input().add("status", "published")).code());
    }

    @Test
    void keepsNamesUnique() {
        String name = unique("Prise");
        String archived = created(input().add("name", name).add("steps", steps(ONE_QUESTION)))
                .getString("id");
        assertEquals(200, update(archived, input().add("status", "archived")).status());
        String id = created(input().add("name", name).add("steps", steps(ONE_QUESTION)))
                .getString("id");
        Answer back = update(archived, input().add("status", "draft"));
        assertEquals("duplicate_name", back.code(), back.body());
        assertEquals(name + " (2)", suggestion(back, 0));
        assertTrue(back.body().contains(id), back::body);
        assertEquals(
                200,
                update(archived, input().add("status", "draft").add("name", unique("Libre")))
                        .status());
        assertEquals(
                200,
                update(id, input().add("name", name.toUpperCase(java.util.Locale.ROOT)))
                        .status());
    }

    @Test
    void refusesInTheOrderOfTheContract() {
        String unknown = UUID.randomUUID().toString();
        assertEquals(
                "not_found", update(unknown, input().add("status", "draft")).code());
        String id = draft();
        Answer label = update(unknown, input().add("steps", steps("""
                [{'id': 'a', 'type': 'yesno', 'text': 'x', 'branches': [{'label': 'yes', 'steps': []}]}]""")));
        assertEquals("validation_failed", label.code());
        assertEquals("Oui", suggestion(label, 0));
        Answer conflict = update(id, input().add("status", "archived").add("expectedVersion", 7));
        assertEquals("version_conflict", conflict.code());
        assertEquals("1", suggestion(conflict, 0));
        assertEquals(
                200,
                update(id, input().add("status", "archived").add("expectedVersion", 1))
                        .status());
    }

    @Test
    void keepsNothingOfADryRun() {
        String id = draft();
        Answer dry = update(id, input().add("language", "de").add("dryRun", true));
        assertEquals(2, dry.output().getJsonObject("template").getInt("version"));
        assertEquals("fr", shown(id).getJsonObject("template").getString("language"));
        Answer real = follow(dry);
        assertEquals(dry.output().getJsonArray("changes"), real.output().getJsonArray("changes"));
        assertEquals("de", shown(id).getJsonObject("template").getString("language"));
    }

    private static List<String> fields(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("changes").getValuesAs(change -> ((JsonObject) change).getString("field"));
    }

    private static List<String> ids(JsonObject tree, String which) {
        return tree.getJsonArray(which).getValuesAs(JsonString::getString);
    }
}
