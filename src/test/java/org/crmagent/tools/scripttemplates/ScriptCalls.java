package org.crmagent.tools.scripttemplates;

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

/** Calls of the script template tools, with templates that only the test has. */
abstract class ScriptCalls extends OverHttp {
    protected static final String ONE_QUESTION =
            "[{'id': 'q', 'type': 'question', 'text': 'Quand ?', 'captureKey': 'when'}]";

    protected static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    protected static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    /** JSON with single quotes for double ones. */
    protected static JsonArray steps(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return reader.readArray();
        }
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

    protected Answer create(String name, JsonArray steps) {
        return call("create_script_template", input().add("name", name).add("steps", steps));
    }

    protected JsonObject created(JsonObjectBuilder input) {
        Answer answer = call("create_script_template", input);
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonObject("template");
    }

    /** The id of a template with one question. */
    protected String published(String name) {
        return created(input().add("name", unique(name))
                        .add("status", "published")
                        .add("steps", steps(ONE_QUESTION)))
                .getString("id");
    }

    /** The id of a campaign that has the template. */
    protected String campaign(String template, String status) {
        Answer answer = call(
                "create_outbound_campaign",
                input().add("name", unique("Campagne")).add("status", status).add("scriptTemplateId", template));
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonObject("campaign").getString("id");
    }

    protected JsonObject shown(String template) {
        Answer answer = call("get_script_template", input().add("templateId", template));
        assertEquals(200, answer.status(), answer.body());
        return answer.output();
    }

    protected static List<String> warnings(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.data().getJsonArray("warnings").getValuesAs(warning -> ((JsonObject) warning).getString("code"));
    }

    /** Pointer and code of each violation. */
    protected static List<String> violations(Answer answer) {
        return answer.output().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(violation -> violation.getString("pointer") + " " + violation.getString("code"))
                .toList();
    }

    protected static String suggestion(Answer answer, int index) {
        JsonObject violation = answer.output().getJsonArray("violations").getJsonObject(index);
        return violation.getString("suggestion", "");
    }
}
