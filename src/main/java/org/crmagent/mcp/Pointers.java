package org.crmagent.mcp;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Json;

/** Where the road points into a body, its agent has sent arguments: the tool's input lies at their root. */
final class Pointers {
    private static final String VIOLATIONS = "violations";

    private Pointers() {}

    /** The data of a refusal with its pointers, also the one that begins its sentence, into the arguments. */
    static JsonObject intoArguments(JsonObject data) {
        JsonObject error = data.getJsonObject("data");
        JsonArrayBuilder violations = Json.createArrayBuilder();
        for (JsonValue each :
                error.getOrDefault(VIOLATIONS, JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
            JsonObject violation = each.asJsonObject();
            violations.add(Json.createObjectBuilder(violation).add("pointer", moved(violation.getString("pointer"))));
        }
        return Json.createObjectBuilder(data)
                .add("summary", movedAtStart(data.getString("summary")))
                .add("data", Json.createObjectBuilder(error).add(VIOLATIONS, violations))
                .build();
    }

    private static String moved(String pointer) {
        return pointer.equals(Violations.INPUT) || pointer.startsWith(Violations.INPUT + "/")
                ? pointer.substring(Violations.INPUT.length())
                : pointer;
    }

    private static String movedAtStart(String sentence) {
        return sentence.startsWith(Violations.INPUT + ":")
                ? "The arguments" + sentence.substring(Violations.INPUT.length())
                : moved(sentence);
    }
}
