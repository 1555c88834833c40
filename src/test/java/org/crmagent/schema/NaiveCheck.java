package org.crmagent.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A second opinion, as plain as can be: does a schema of ours take a value? */
record NaiveCheck(JsonObject root) {

    boolean takes(JsonObject reference, JsonValue value) {
        JsonObject schema = Instances.resolved(root, reference);
        if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(value)) {
            return false;
        }
        if (schema.containsKey("type") && Instances.types(schema).stream().noneMatch(type -> is(type, value))) {
            return false;
        }
        return switch (value.getValueType()) {
            case STRING -> takesText(schema, ((JsonString) value).getString());
            case NUMBER -> takesNumber(schema, ((JsonNumber) value).bigDecimalValue());
            case ARRAY -> takesList(schema, value.asJsonArray());
            case OBJECT -> takesObject(schema, value.asJsonObject());
            default -> true;
        };
    }

    private static boolean is(String type, JsonValue value) {
        return switch (value.getValueType()) {
            case NUMBER ->
                type.equals("number")
                        || (type.equals("integer")
                                && ((JsonNumber) value)
                                                .bigDecimalValue()
                                                .stripTrailingZeros()
                                                .scale()
                                        <= 0);
            case TRUE, FALSE -> type.equals("boolean");
            default -> type.equals(value.getValueType().name().toLowerCase(Locale.ROOT));
        };
    }

    private static boolean takesText(JsonObject schema, String text) {
        int length = (int) text.codePoints().count();
        return length >= schema.getInt("minLength", 0)
                && length <= schema.getInt("maxLength", Integer.MAX_VALUE)
                && (!schema.containsKey("pattern") || PatternText.matches(schema.getString("pattern"), text))
                && hasFormat(schema.getString("format", ""), text);
    }

    private static boolean hasFormat(String format, String text) {
        try {
            return switch (format) {
                case "uuid" -> UUID.fromString(text).toString().equalsIgnoreCase(text);
                case "date" -> LocalDate.parse(text).getYear() > 0;
                case "date-time" -> OffsetDateTime.parse(text).getYear() > 0;
                case "" -> true;
                default -> throw new AssertionError("no opinion on the format " + format);
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean takesNumber(JsonObject schema, BigDecimal number) {
        return (!schema.containsKey("minimum")
                        || number.compareTo(schema.getJsonNumber("minimum").bigDecimalValue()) >= 0)
                && (!schema.containsKey("maximum")
                        || number.compareTo(schema.getJsonNumber("maximum").bigDecimalValue()) <= 0);
    }

    private boolean takesList(JsonObject schema, JsonArray list) {
        return list.size() >= schema.getInt("minItems", 0)
                && list.size() <= schema.getInt("maxItems", Integer.MAX_VALUE)
                && (!schema.getBoolean("uniqueItems", false) || new HashSet<>(list).size() == list.size())
                && (!schema.containsKey("items")
                        || list.stream().allMatch(item -> takes(schema.getJsonObject("items"), item)));
    }

    private boolean takesObject(JsonObject schema, JsonObject object) {
        JsonObject properties =
                schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        List<JsonString> required = schema.containsKey("required")
                ? schema.getJsonArray("required").getValuesAs(JsonString.class)
                : List.of();
        return object.size() >= schema.getInt("minProperties", 0)
                && object.size() <= schema.getInt("maxProperties", Integer.MAX_VALUE)
                && required.stream().allMatch(name -> object.containsKey(name.getString()))
                && object.keySet().stream().allMatch(name -> takesName(schema, name))
                && object.entrySet().stream().allMatch(member -> {
                    JsonValue rule = properties.getOrDefault(member.getKey(), schema.get("additionalProperties"));
                    return rule instanceof JsonObject nested ? takes(nested, member.getValue()) : rule == null;
                });
    }

    private boolean takesName(JsonObject schema, String name) {
        return !schema.containsKey("propertyNames") || takes(schema.getJsonObject("propertyNames"), Jsonp.string(name));
    }
}
