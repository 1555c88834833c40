package org.crmagent.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a published schema for what the contract asks of every one of them. */
final class Subset {
    private static final int DEEPEST = 10;
    private static final Set<String> COMPOSITION =
            Set.of("anyOf", "oneOf", "allOf", "not", "if", "then", "else", "patternProperties", "const");

    private final boolean input;
    private final List<String> broken = new ArrayList<>();

    Subset(boolean input) {
        this.input = input;
    }

    /** One line for each rule that is broken somewhere. */
    List<String> broken(JsonObject schema) {
        require(schema.get("type").equals(Json.createValue("object")), "", "the root is no object");
        schema.getOrDefault("$defs", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach((name, shape) -> visit(shape.asJsonObject(), "/$defs/" + name, 1));
        visit(schema, "", 1);
        return broken;
    }

    private void visit(JsonObject schema, String at, int depth) {
        require(schema.keySet().stream().noneMatch(COMPOSITION::contains), at, "composition");
        require(depth <= DEEPEST, at, "deeper than " + DEEPEST + " levels");
        List<String> types = types(schema);
        require(!input || !types.isEmpty() || schema.containsKey("$ref"), at, "no type");
        if (types.contains("string")) {
            require(has(schema, "maxLength", "enum", "pattern", "format"), at, "a string without bound");
        }
        if (types.contains("array")) {
            require(has(schema, "maxItems") && has(schema, "items"), at, "a list without bound");
            visit(schema.getJsonObject("items"), at + "/items", depth + 1);
        }
        if (schema.get("additionalProperties") instanceof JsonObject values) {
            require(has(schema, "maxProperties") && has(schema, "propertyNames"), at, "a map without bound");
            visit(schema.getJsonObject("propertyNames"), at + "/propertyNames", depth);
            visit(values, at + "/additionalProperties", depth + 1);
        } else if (types.contains("object") && input) {
            require(schema.get("additionalProperties") == JsonValue.FALSE, at, "an open object");
        }
        members(schema, at, depth);
    }

    private void members(JsonObject schema, String at, int depth) {
        JsonObject members =
                schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        List<String> required =
                members.isEmpty() ? List.of() : schema.getJsonArray("required").getValuesAs(JsonString::getString);
        members.forEach((name, value) -> {
            JsonObject member = value.asJsonObject();
            String where = at + "/properties/" + name;
            require(!member.getString("description", "").isBlank(), where, "no description");
            require(
                    !input || required.contains(name) || types(member).contains("null"),
                    where,
                    "an optional member that may not be null");
            visit(member, where, depth + (types(member).contains("object") ? 1 : 0));
        });
    }

    private static List<String> types(JsonObject schema) {
        JsonValue type = schema.get("type");
        if (type == null) {
            return List.of();
        }
        return type instanceof JsonString one
                ? List.of(one.getString())
                : type.asJsonArray().getValuesAs(JsonString::getString);
    }

    private static boolean has(JsonObject schema, String... keywords) {
        return Set.of(keywords).stream().anyMatch(schema::containsKey);
    }

    private void require(boolean holds, String at, String otherwise) {
        if (!holds) {
            broken.add(at + ": " + otherwise);
        }
    }
}
