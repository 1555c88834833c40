package org.crmagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;
import org.crmagent.tool.text.Canonical;

/** Calls of the template tools on the demonstration data, and what tests read of their answers. */
public abstract class TemplateCalls extends OverHttp {

    protected static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    protected static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    /** JSON with single quotes for double ones. */
    protected static JsonArray array(String json) {
        return JsonText.quotedArray(json);
    }

    protected static JsonArrayBuilder list(String... ids) {
        return Json.createArrayBuilder(List.of(ids));
    }

    protected Answer call(String tool, JsonObjectBuilder input) {
        return api.tool(tool, Demo.ORGANIZATION, input.build());
    }

    /** The next action of an answer, as it stands. */
    protected Answer follow(Answer answer) {
        JsonObject next = answer.data().getJsonArray("nextActions").getJsonObject(0);
        return api.tool(
                next.getString("toolName"),
                UUID.fromString(next.getString("organizationId")),
                next.getJsonObject("suggestedInput"));
    }

    protected static String suggestion(Answer answer, int index) {
        return answer.output().getJsonArray("violations").getJsonObject(index).getString("suggestion", "");
    }

    /** A document with the checksum of its content. */
    protected static JsonObject signed(JsonObjectBuilder document) {
        JsonObject unsigned = document.remove("checksum").build();
        return Json.createObjectBuilder(unsigned)
                .add("checksum", "sha256:" + Canonical.sha256(Canonical.text(unsigned)))
                .build();
    }

    /** What an import did with one document. */
    protected static JsonObject result(Answer answer, int index) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("results").getJsonObject(index);
    }

    /** What an import did with each document. */
    protected static List<String> actions(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("results").getValuesAs(result -> ((JsonObject) result).getString("action"));
    }

    /** The documents that an export gives. */
    protected JsonArray documents(String tool, UUID organization, JsonArrayBuilder ids) {
        Answer answer =
                api.tool(tool, organization, input().add("templateIds", ids).build());
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("documents");
    }

    /** The templates that an import made. */
    protected static JsonArrayBuilder made(Answer imported) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        imported.output()
                .getJsonArray("results")
                .getValuesAs(JsonObject.class)
                .forEach(result -> ids.add(result.getString("templateId")));
        return ids;
    }
}
