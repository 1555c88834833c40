package org.crmagent.tools.scripttemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.crmagent.tool.text.Canonical;
import org.junit.jupiter.api.Test;

/** How large a script template may be. */
class ScriptTemplateBoundsIT extends ScriptCalls {
    @Test
    void boundsStepsAndDepth() {
        assertEquals(200, create(unique("200"), many(200)).status());
        assertEquals(
                List.of("/input/steps too_many_items"),
                create(unique("201"), many(201)).violations());
        JsonArray nested = Json.createArrayBuilder()
                .add(input().add("id", "top")
                        .add("type", "yesno")
                        .add("text", "x")
                        .add(
                                "branches",
                                Json.createArrayBuilder()
                                        .add(input().add("label", "Oui").add("steps", many(200)))))
                .build();
        assertEquals(
                List.of("/input/steps too_many_steps"),
                create(unique("1+200"), nested).violations());
        assertEquals(200, create(unique("Profond 12"), deep(12)).status());
        assertEquals(
                List.of("/input/steps" + "/0/branches/0/steps".repeat(12) + " too_deep"),
                create(unique("Profond 13"), deep(13)).violations());
        assertEquals("malformed_json", create(unique("Profond 20"), deep(20)).code());
    }

    @Test
    void boundsTextsAndOptions() {
        assertEquals(200, one("'text': '" + "é".repeat(2000) + "'").status());
        assertEquals(
                List.of("/input/steps/0/text too_long"),
                one("'text': '" + "é".repeat(2001) + "'").violations());
        assertEquals(List.of("/input/steps/0/options too_few_items"), select(1).violations());
        assertEquals(200, select(2).status());
        assertEquals(200, select(20).status());
        assertEquals(
                List.of("/input/steps/0/options too_many_items"), select(21).violations());
    }

    @Test
    void boundsTheWhole() throws SQLException {
        String name = unique("Grand");
        JsonArray fitting = ofCanonicalSize(name, 64 * 1024);
        Answer answer = create(name, fitting);
        assertEquals(200, answer.status(), answer.body());
        assertTrue(answer.size() <= 96 * 1024);
        String other = unique("Grand");
        assertEquals(
                List.of("/input/steps template_too_large"),
                create(other, ofCanonicalSize(other, 64 * 1024 + 1)).violations());
        Answer dry = call(
                "create_script_template",
                input().add("name", other)
                        .add("steps", ofCanonicalSize(other, 64 * 1024))
                        .add("dryRun", true));
        assertEquals(List.of("next_action_left_out"), dry.warnings());
        assertEquals(0, dry.data().getJsonArray("nextActions").size());
        assertEquals(
                1L,
                Database.value(
                        "select count(*) from script_template where organization_id = ? and name like 'Grand %'",
                        Demo.ORGANIZATION));
    }

    private Answer one(String text) {
        return create(unique("Un"), steps("[{'id': 'a', 'type': 'instruction', " + text + "}]"));
    }

    private Answer select(int options) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (int i = 0; i < options; i++) {
            list.add("Option " + i);
        }
        return create(
                unique("Choix"),
                Json.createArrayBuilder()
                        .add(input().add("id", "a")
                                .add("type", "select")
                                .add("text", "Lequel ?")
                                .add("options", list))
                        .build());
    }

    private static JsonArray many(int count) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        for (int i = 0; i < count; i++) {
            steps.add(input().add("id", "s" + i).add("type", "instruction").add("text", "x"));
        }
        return steps.build();
    }

    private static JsonArray deep(int depth) {
        JsonArray steps = JsonValue.EMPTY_JSON_ARRAY;
        for (int i = depth; i > 0; i--) {
            steps = Json.createArrayBuilder()
                    .add(input().add("id", "d" + i)
                            .add("type", "yesno")
                            .add("text", "x")
                            .add(
                                    "branches",
                                    Json.createArrayBuilder()
                                            .add(input().add("label", "Oui").add("steps", steps))))
                    .build();
        }
        return steps;
    }

    private static JsonArray ofCanonicalSize(String name, int size) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        for (int i = 10; i < 42; i++) {
            steps.add(input().add("id", "s" + i).add("type", "instruction").add("text", "x".repeat(1900)));
        }
        JsonArray most = steps.build();
        JsonObject content = input().add("name", name)
                .add("language", "fr")
                .add("steps", most)
                .build();
        int missing = size - Canonical.text(content).getBytes(StandardCharsets.UTF_8).length;
        int frame = ",{\"id\":\"rest\",\"text\":\"\",\"type\":\"instruction\"}".length();
        JsonArrayBuilder all = Json.createArrayBuilder(most);
        for (int part = 0; missing > 0; part++) {
            int text = Math.min(2000, missing - frame);
            all.add(input().add("id", "res" + part).add("type", "instruction").add("text", "y".repeat(text)));
            missing -= text + frame;
        }
        return all.build();
    }
}
