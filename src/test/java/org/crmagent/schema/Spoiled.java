package org.crmagent.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crmagent.tool.text.Json;

/**
 * What a value becomes when one rule of its schema is broken.
 *
 * @param below where under the value the fault is reported: an item, or nothing
 */
record Spoiled(JsonValue value, String below, String code) {
    /** More would only cost time. */
    private static final int LARGEST = 3_000;

    static List<Spoiled> of(JsonObject schema, JsonValue valid, Random random) {
        List<Spoiled> all = new ArrayList<>();
        List<String> types = Instances.types(schema);
        if (schema.containsKey("type")) {
            all.add(new Spoiled(otherType(types), "", "wrong_type"));
        }
        if (schema.containsKey("enum")) {
            all.add(new Spoiled(Jsonp.string("none of them"), "", "not_allowed_value"));
        } else if (valid instanceof JsonString) {
            text(schema, all, new Texts(random));
        } else if (valid instanceof JsonNumber) {
            number(schema, all);
        } else if (valid instanceof JsonArray array) {
            list(schema, array, all);
        } else if (valid instanceof JsonObject map
                && map.size() == schema.getInt("minProperties", 0)
                && !map.isEmpty()) {
            all.add(new Spoiled(JsonValue.EMPTY_JSON_OBJECT, "", "too_few_members"));
        }
        return all;
    }

    private static JsonValue otherType(List<String> types) {
        if (!types.contains("object")) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        return types.contains("string") ? JsonValue.EMPTY_JSON_ARRAY : Jsonp.string("x");
    }

    private static void text(JsonObject schema, List<Spoiled> all, Texts texts) {
        int min = schema.getInt("minLength", 0);
        int max = schema.getInt("maxLength", LARGEST);
        if (min > 0) {
            all.add(new Spoiled(Jsonp.string(texts.ofLength(min - 1)), "", "too_short"));
        }
        if (max < LARGEST) {
            all.add(new Spoiled(Jsonp.string(texts.ofLength(max + 1)), "", "too_long"));
        }
        if (schema.containsKey("format")) {
            all.add(new Spoiled(Jsonp.string(" ".repeat(Math.max(min, 1))), "", "bad_format"));
        } else if (schema.containsKey("pattern") && !PatternText.matches(schema.getString("pattern"), "\n")) {
            all.add(new Spoiled(Jsonp.string("\n".repeat(Math.max(min, 1))), "", "pattern_mismatch"));
        }
    }

    private static void number(JsonObject schema, List<Spoiled> all) {
        if (schema.containsKey("minimum")) {
            long below = schema.getJsonNumber("minimum").longValue() - 1;
            all.add(new Spoiled(Json.createValue(below), "", "too_small"));
        }
        if (schema.containsKey("maximum")) {
            long above = schema.getJsonNumber("maximum").longValue() + 1;
            all.add(new Spoiled(Json.createValue(above), "", "too_large"));
        }
        if (Instances.types(schema).contains("integer")) {
            all.add(new Spoiled(Json.createValue(1.5), "", "wrong_type"));
        }
    }

    private static void list(JsonObject schema, JsonArray valid, List<Spoiled> all) {
        int max = schema.getInt("maxItems", LARGEST);
        if (schema.getInt("minItems", 0) > 0) {
            all.add(new Spoiled(JsonValue.EMPTY_JSON_ARRAY, "", "too_few_items"));
        }
        if (valid.isEmpty()) {
            return;
        }
        boolean unique = schema.getBoolean("uniqueItems", false);
        if (unique && valid.size() < max) {
            JsonArray twice = Jsonp.array(valid).add(valid.get(0)).build();
            all.add(new Spoiled(twice, "/" + valid.size(), "duplicate_item"));
        }
        if (max < LARGEST) {
            JsonArrayBuilder many = Jsonp.array();
            for (int i = 0; i <= max; i++) {
                many.add(valid.get(i % valid.size()));
            }
            all.add(new Spoiled(many.build(), "", "too_many_items"));
        }
    }
}
