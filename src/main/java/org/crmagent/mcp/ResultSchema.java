package org.crmagent.mcp;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.crmagent.tool.text.Json;

/** The schema of what a call of a tool returns: the answer around the tool's own output, or around its refusal. */
final class ResultSchema {
    private static final String DEFINITIONS = "$defs";
    private static final String PROPERTIES = "properties";

    /** Loose where all tools are alike: this stands around each of them. */
    private static final JsonObject ANSWER = parsed("""
            {"type": "object", "additionalProperties": false,
             "required": ["toolName", "organizationId", "status", "summary", "data", "warnings", "nextActions", "durationMs",
              "dryRun", "meta"],
             "properties": {
              "toolName": {"type": "string"},
              "organizationId": {"type": ["string", "null"]},
              "status": {"enum": ["success", "error"]},
              "summary": {"type": "string", "description": "What happened, in one sentence with the figures."},
              "data": {},
              "warnings": {"type": "array", "items": {"type": "object"}, "description": "code, message, resourceId."},
              "nextActions": {"type": "array", "items": {"type": "object"}, "description":
               "Calls worth making next: toolName with the members of suggestedInput and organizationId as arguments."},
              "durationMs": {"type": "integer"},
              "dryRun": {"type": "boolean"},
              "meta": {"type": "object", "description": "requestId; of pages also page, perPage, total, totalPages."}}}
            """);

    private static final JsonObject REFUSAL = parsed("""
            {"type": "object", "required": ["code", "violations"], "properties": {"code": {"type": "string"},
             "violations": {"type": "array", "items": {"type": "object"}}},
             "description": "With status error: violations tell pointer (into the arguments), code, message, suggestion."}
            """);

    private ResultSchema() {}

    /**
     * The schema around a tool's output.
     *
     * @param output the tool's published schema; its definitions move to the root, where its references look for them
     */
    static JsonObject of(JsonObject output) {
        JsonObject own = Json.createObjectBuilder(output)
                .remove("$schema")
                .remove(DEFINITIONS)
                .build();
        JsonArrayBuilder either = Json.createArrayBuilder().add(own).add(REFUSAL);
        JsonObjectBuilder properties = Json.createObjectBuilder(ANSWER.getJsonObject(PROPERTIES))
                .add("data", Json.createObjectBuilder().add("anyOf", either));
        JsonObjectBuilder schema = Json.createObjectBuilder(ANSWER).add(PROPERTIES, properties);
        JsonValue definitions = output.get(DEFINITIONS);
        return (definitions == null ? schema : schema.add(DEFINITIONS, definitions)).build();
    }

    private static JsonObject parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
