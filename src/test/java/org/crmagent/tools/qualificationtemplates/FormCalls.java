package org.crmagent.tools.qualificationtemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Demo;
import org.crmagent.it.OverHttp;

/** Calls of the qualification template tools, with templates that only the test has. */
abstract class FormCalls extends OverHttp {
    protected static final String ONE_FIELD = "[{'key': 'a', 'label': 'A', 'type': 'text'}]";

    protected static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    protected static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    /** JSON with single quotes for double ones. */
    protected static JsonArray fields(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return reader.readArray();
        }
    }

    protected Answer call(String tool, JsonObjectBuilder input) {
        return api.tool(tool, Demo.ORGANIZATION, input.build());
    }

    protected Answer create(String fields) {
        return call(
                "create_qualification_template",
                input().add("name", unique("Fiche")).add("fields", fields(fields)));
    }

    protected JsonObject created(JsonObjectBuilder input) {
        Answer answer = call("create_qualification_template", input);
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonObject("template");
    }

    /** Pointer and code of each violation. */
    protected static List<String> violations(Answer answer) {
        return answer.output().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(violation -> violation.getString("pointer") + " " + violation.getString("code"))
                .toList();
    }

    protected static String suggestion(Answer answer, int index) {
        return answer.output().getJsonArray("violations").getJsonObject(index).getString("suggestion", "");
    }
}
