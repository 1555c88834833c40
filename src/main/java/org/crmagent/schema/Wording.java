package org.crmagent.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a few words what a schema takes. */
final class Wording {
    private Wording() {}

    /** For instance {@code an integer from 1 to 100 or null}. */
    static String of(JsonObject schema) {
        if (schema.containsKey("enum")) {
            return "one of " + Quote.list(Finding.texts(schema.getJsonArray("enum")));
        }
        return types(schema).stream().map(type -> of(type, schema)).collect(Collectors.joining(" or "));
    }

    private static List<String> types(JsonObject schema) {
        JsonValue type = schema.get("type");
        if (type instanceof JsonArray several) {
            return Finding.texts(several);
        }
        return type instanceof JsonString one ? List.of(one.getString()) : List.of("any");
    }

    private static String of(String type, JsonObject schema) {
        return switch (type) {
            case "string" -> text(schema);
            case "integer" -> "an integer" + range(schema, "minimum", "maximum", "");
            case "number" -> "a number" + range(schema, "minimum", "maximum", "");
            case "boolean" -> "true or false";
            case "array" -> "a list" + range(schema, "minItems", "maxItems", " items");
            case "object" -> "an object" + range(schema, "minProperties", "maxProperties", " members");
            case "null" -> "null";
            default -> schema.containsKey("$ref") ? "an object" : "a value";
        };
    }

    private static String text(JsonObject schema) {
        String what = schema.containsKey("format") ? Formats.example(schema.getString("format")) : "a text";
        String pattern = schema.containsKey("pattern") ? " that matches " + schema.getString("pattern") : "";
        return what + range(schema, "minLength", "maxLength", " characters") + pattern;
    }

    private static String range(JsonObject schema, String least, String most, String unit) {
        JsonValue min = schema.get(least);
        JsonValue max = schema.get(most);
        if (min == null && max == null) {
            return "";
        }
        String of = unit.isEmpty() ? "" : " of";
        if (min != null && max != null) {
            return (unit.isEmpty() ? " from " : " of ") + min + " to " + max + unit;
        }
        return min != null ? of + " at least " + min + unit : of + " at most " + max + unit;
    }

    /** What a value is. */
    static String kind(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> "the number " + Quote.cut(value.toString());
            case TRUE, FALSE -> "true or false";
            case NULL -> "null";
        };
    }
}
