package org.crmagent.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.crmagent.tool.text.Json;

/**
 * Invents values that a published schema must take, the same ones for the same seed. Written from the specification of JSON
 * Schema for the keywords that {@link Schemas} publishes, without the library that enforces them; an unknown keyword fails.
 */
public final class Instances {
    private static final int DEEPEST = 6;
    private static final Set<String> KNOWN = Set.of(
            "$schema",
            "$defs",
            "$ref",
            "type",
            "description",
            "default",
            "properties",
            "required",
            "items",
            "enum",
            "additionalProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "minimum",
            "maximum");

    private final JsonObject root;
    private final Random random;
    private final Texts texts;

    /** Of one schema; equal seeds give equal sequences. */
    public Instances(JsonObject root, long seed) {
        this.root = root;
        this.random = new Random(seed);
        this.texts = new Texts(random);
    }

    /** An object that the schema takes. Optional members are there in about half of them. */
    public JsonObject next() {
        return value(root, 1).asJsonObject();
    }

    /** An object that the schema refuses for just one reason. */
    public Faulty nextFaulty() {
        Faulty.Maker maker = new Faulty.Maker(this, random);
        while (true) {
            Faulty faulty = maker.spoil(next());
            if (faulty != null) {
                return faulty;
            }
        }
    }

    /** The schema itself, or what its {@code $ref} names. */
    JsonObject resolved(JsonObject schema) {
        return resolved(root, schema);
    }

    static JsonObject resolved(JsonObject root, JsonObject schema) {
        if (!schema.containsKey("$ref")) {
            return schema;
        }
        String name = schema.getString("$ref").substring("#/$defs/".length());
        return root.getJsonObject("$defs").getJsonObject(name);
    }

    JsonObject root() {
        return root;
    }

    /** A value that the schema takes. */
    JsonValue value(JsonObject reference, int depth) {
        JsonObject schema = resolved(reference);
        if (!KNOWN.containsAll(schema.keySet())) {
            throw new AssertionError("a keyword that no instance is made for: " + schema.keySet());
        }
        if (schema.containsKey("enum")) {
            return pick(schema.getJsonArray("enum"));
        }
        List<String> types = types(schema);
        return switch (types.get(random.nextInt(types.size()))) {
            case "string" -> Jsonp.string(texts.text(schema));
            case "integer" -> Json.createValue(integer(schema));
            case "number" -> Json.createValue((double) integer(schema));
            case "boolean" -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case "array" -> array(schema, depth);
            case "object" -> schema.containsKey("properties") ? object(schema, depth) : map(schema, depth);
            default -> JsonValue.NULL;
        };
    }

    static List<String> types(JsonObject schema) {
        JsonValue type = schema.get("type");
        if (type == null) {
            return List.of("string", "number", "boolean", "null");
        }
        return type instanceof JsonString one
                ? List.of(one.getString())
                : type.asJsonArray().getValuesAs(JsonString::getString);
    }

    private JsonObject object(JsonObject schema, int depth) {
        List<String> required = schema.getJsonArray("required").getValuesAs(JsonString::getString);
        JsonObjectBuilder object = Jsonp.object();
        schema.getJsonObject("properties").forEach((name, member) -> {
            if (required.contains(name) || (depth < DEEPEST && random.nextBoolean())) {
                object.add(name, value(member.asJsonObject(), depth + 1));
            }
        });
        return object.build();
    }

    private JsonObject map(JsonObject schema, int depth) {
        int size = size(schema, "minProperties", "maxProperties", depth);
        JsonObjectBuilder map = Jsonp.object();
        for (String name : keys(schema, size)) {
            map.add(name, value(schema.getJsonObject("additionalProperties"), depth + 1));
        }
        return map.build();
    }

    private Set<String> keys(JsonObject schema, int size) {
        Set<String> keys = new HashSet<>();
        for (int tries = 0; keys.size() < size && tries < 20 * size; tries++) {
            keys.add(((JsonString) value(schema.getJsonObject("propertyNames"), DEEPEST)).getString());
        }
        return keys;
    }

    private JsonArray array(JsonObject schema, int depth) {
        int size = size(schema, "minItems", "maxItems", depth);
        boolean unique = schema.getBoolean("uniqueItems", false);
        Set<JsonValue> seen = new HashSet<>();
        JsonArrayBuilder array = Jsonp.array();
        for (int made = 0, tries = 0; made < size && tries < 50 * size; tries++) {
            JsonValue item = value(schema.getJsonObject("items"), depth + 1);
            if (seen.add(item) || !unique) {
                array.add(item);
                made++;
            }
        }
        return array.build();
    }

    private int size(JsonObject schema, String least, String most, int depth) {
        int min = schema.getInt(least, 0);
        int max = Math.min(schema.getInt(most, 3), min + (depth < DEEPEST ? 3 : 0));
        return min + random.nextInt(max - min + 1);
    }

    /** Often a bound itself. */
    private long integer(JsonObject schema) {
        long min =
                schema.containsKey("minimum") ? schema.getJsonNumber("minimum").longValue() : -1_000;
        long max =
                schema.containsKey("maximum") ? schema.getJsonNumber("maximum").longValue() : min + 2_000;
        return switch (random.nextInt(4)) {
            case 0 -> min;
            case 1 -> max;
            default -> min + Math.floorMod(random.nextLong(), max - min + 1);
        };
    }

    private JsonValue pick(JsonArray values) {
        return values.get(random.nextInt(values.size()));
    }
}
