package org.crmagent.tools.scripttemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.tool.text.Canonical;
import org.junit.jupiter.api.Test;

class ExportScriptTemplateIT extends ScriptCalls {
    private static final String HEATING = "50000001-0000-4000-8000-000000000001";
    private static final String QUOTES = "50000001-0000-4000-8000-000000000002";

    @Test
    void carriesTheWordsAndNoIds() {
        Answer answer = call("export_script_template", input().add("templateId", HEATING));
        JsonObject document = answer.output().getJsonArray("documents").getJsonObject(0);
        JsonObject template = shown(HEATING).getJsonObject("template");
        assertEquals(
                List.of("format", "formatVersion", "checksum", "name", "description", "language", "steps"),
                List.copyOf(document.keySet()));
        for (String same : List.of("name", "description", "language", "steps")) {
            assertEquals(template.get(same), document.get(same));
        }
        assertFalse(document.toString().contains(HEATING));
        JsonObject unsigned =
                Json.createObjectBuilder(document).remove("checksum").build();
        assertEquals("sha256:" + Canonical.sha256(Canonical.text(unsigned)), document.getString("checksum"));
    }

    @Test
    void keepsTheOrderAsked() {
        Answer answer = call(
                "export_script_template",
                input().add("templateIds", Json.createArrayBuilder().add(QUOTES).add(HEATING)));
        assertEquals(
                List.of(name(QUOTES), name(HEATING)),
                answer.output()
                        .getJsonArray("documents")
                        .getValuesAs(document -> ((JsonObject) document).getString("name")));
        assertEquals(0, answer.output().getJsonArray("remaining").size());
    }

    @Test
    void namesWhatDoesNotFit() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(created(input().add("name", unique("Long")).add("steps", large()))
                    .getString("id"));
        }
        Answer answer = call("export_script_template", input().add("templateIds", Json.createArrayBuilder(ids)));
        List<String> names = new ArrayList<>();
        for (int calls = 1; ; calls++) {
            assertEquals(200, answer.status(), answer.body());
            assertTrue(answer.size() <= 96 * 1024);
            answer.output()
                    .getJsonArray("documents")
                    .getValuesAs(JsonObject.class)
                    .forEach(document -> names.add(document.getString("name")));
            JsonArray remaining = answer.output().getJsonArray("remaining");
            assertEquals(ids.subList(names.size(), ids.size()), remaining.getValuesAs(JsonString::getString));
            if (remaining.isEmpty()) {
                assertEquals(3, calls);
                break;
            }
            answer = follow(answer);
        }
        assertEquals(ids.stream().map(this::name).toList(), names);
    }

    @Test
    void tellsUnknownIds() {
        String unknown = UUID.randomUUID().toString();
        Answer answer = call(
                "export_script_template",
                input().add(
                                "templateIds",
                                Json.createArrayBuilder().add(HEATING).add(unknown)));
        assertEquals("not_found", answer.code());
        assertEquals(List.of("/input/templateIds/1 not_found"), answer.violations());
        assertEquals(
                List.of("/input/templateId not_found"),
                call("export_script_template", input().add("templateId", unknown))
                        .violations());
        assertEquals(
                "validation_failed", call("export_script_template", input()).code());
        assertEquals(
                "validation_failed",
                call(
                                "export_script_template",
                                input().add("templateId", HEATING)
                                        .add(
                                                "templateIds",
                                                Json.createArrayBuilder().add(QUOTES)))
                        .code());
    }

    private String name(String id) {
        return shown(id).getJsonObject("template").getString("name");
    }

    /** About 40 KiB: two fit into one answer, three don't. */
    private static JsonArray large() {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        for (int i = 0; i < 20; i++) {
            steps.add(input().add("id", "s" + i).add("type", "instruction").add("text", "é".repeat(1000)));
        }
        return steps.build();
    }
}
