package org.crmagent.tools.qualificationtemplates;

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
import org.crmagent.it.Demo;
import org.crmagent.tool.text.Canonical;
import org.junit.jupiter.api.Test;

class ExportQualificationTemplateIT extends FormCalls {
    private static final String EXPORT = "export_qualification_template";
    private static final String RENOVATION = "60000001-0000-4000-8000-000000000001";
    private static final String CONTRACT = "60000001-0000-4000-8000-000000000003";

    @Test
    void carriesTheWordsAndNoIds() {
        Answer answer = call(EXPORT, input().add("templateId", RENOVATION));
        JsonObject document = answer.output().getJsonArray("documents").getJsonObject(0);
        JsonObject template = shown(RENOVATION);
        assertEquals(
                List.of("format", "formatVersion", "checksum", "name", "description", "fields"),
                List.copyOf(document.keySet()));
        assertEquals("crm-agent/qualification-template", document.getString("format"));
        for (String same : List.of("name", "description", "fields")) {
            assertEquals(template.get(same), document.get(same));
        }
        assertFalse(document.toString().contains(RENOVATION));
        JsonObject unsigned =
                Json.createObjectBuilder(document).remove("checksum").build();
        assertEquals("sha256:" + Canonical.sha256(Canonical.text(unsigned)), document.getString("checksum"));
    }

    @Test
    void keepsTheOrderAsked() {
        JsonArray documents = documents(EXPORT, Demo.ORGANIZATION, list(CONTRACT, RENOVATION));
        assertEquals(
                List.of(shown(CONTRACT).getString("name"), shown(RENOVATION).getString("name")),
                documents.getValuesAs(document -> ((JsonObject) document).getString("name")));
    }

    @Test
    void namesWhatDoesNotFit() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(created(input().add("name", unique("Longue " + i)).add("fields", large()))
                    .getString("id"));
        }
        Answer answer = call(EXPORT, input().add("templateIds", Json.createArrayBuilder(ids)));
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
        assertEquals(ids.stream().map(id -> shown(id).getString("name")).toList(), names);
    }

    @Test
    void tellsUnknownIds() {
        String unknown = UUID.randomUUID().toString();
        Answer answer = call(EXPORT, input().add("templateIds", list(RENOVATION, unknown)));
        assertEquals("not_found", answer.code());
        assertEquals(List.of("/input/templateIds/1 not_found"), answer.violations());
        Answer elsewhere = api.tool(
                EXPORT,
                Demo.OTHER_ORGANIZATION,
                input().add("templateId", RENOVATION).build());
        assertEquals(List.of("/input/templateId not_found"), elsewhere.violations());
        assertEquals("validation_failed", call(EXPORT, input()).code());
        assertEquals(
                "validation_failed",
                call(EXPORT, input().add("templateId", RENOVATION).add("templateIds", list(CONTRACT)))
                        .code());
    }

    /** About 40 KiB: two fit into one answer, three don't. */
    private static JsonArray large() {
        JsonArrayBuilder fields = Json.createArrayBuilder();
        for (int i = 0; i < 40; i++) {
            fields.add(input().add("key", "k" + i)
                    .add("label", "K")
                    .add("type", "text")
                    .add("help", "é".repeat(490)));
        }
        return fields.build();
    }
}
