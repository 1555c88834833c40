package org.crmagent.call;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import org.crmagent.catalogue.Entry;
import org.crmagent.schema.Checker;
import org.crmagent.tool.Doc;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * An input as the audit log keeps it: personal values are masked, and whatever the tool's schema does not take, names
 * included, for a name or an address can stand in any wrong place. Null stays null, so that one sees what was cleared.
 */
final class Mask {
    private static final String STARS = "***";
    private static final JsonValue MASKED = Json.createValue(STARS);

    /** Of no tool's own; a token tells nobody anything. */
    private static final Set<String> CONTROLS = Set.of("dryRun", "confirm", "expectedCount", "expectedVersion");

    /** A longer input tells only its size: ids are all it can hold by then. */
    private static final int LARGEST = 8 * 1024;

    private final JsonObject root;
    private final Checker checker;

    private Mask(JsonObject schema, Checker checker) {
        this.root = schema;
        this.checker = checker;
    }

    static JsonObject of(Entry<?, ?> entry, JsonObject input) {
        return of(entry.inputType(), entry.inputSchema(), entry.checker(), input);
    }

    static JsonObject of(Class<?> type, JsonObject schema, Checker checker, JsonObject input) {
        JsonObject masked = new Mask(schema, checker).members("", schema, type, input);
        int size = masked.toString().length();
        return size <= LARGEST
                ? masked
                : Json.createObjectBuilder().add("omittedCharacters", size).build();
    }

    private JsonObject members(String at, JsonObject schema, Class<?> type, JsonObject json) {
        Map<String, RecordComponent> components = Components.of(type);
        JsonObject known = schema.getJsonObject("properties");
        JsonObjectBuilder masked = Json.createObjectBuilder();
        json.forEach((name, value) -> {
            RecordComponent component = components.get(name);
            String pointer = at + "/properties/" + name;
            if (!known.containsKey(name)) {
                masked.add(STARS, MASKED);
            } else if (value == JsonValue.NULL) {
                masked.add(name, value);
            } else if (component == null) {
                masked.add(name, CONTROLS.contains(name) ? value(pointer, null, value) : MASKED);
            } else {
                Doc doc = component.getAnnotation(Doc.class);
                boolean open = doc != null && !doc.personal();
                masked.add(name, open ? value(pointer, Components.record(component.getGenericType()), value) : MASKED);
            }
        });
        return masked.build();
    }

    /**
     * A value of a member that is not personal.
     *
     * @param type the record that it is or holds; null where it is none
     */
    private JsonValue value(String at, @Nullable Class<?> type, JsonValue value) {
        JsonObject schema = part(at);
        if (schema.get("$ref") instanceof JsonString reference) {
            return value(reference.getString().substring(1), type, value);
        }
        if (type == null && checker.takes(at, value)) {
            return value;
        }
        if (type != null && value instanceof JsonObject object && schema.containsKey("properties")) {
            return members(at, schema, type, object);
        }
        if (value instanceof JsonObject map && schema.get("additionalProperties") instanceof JsonObject) {
            return entries(at, type, map);
        }
        if (value instanceof JsonArray list && schema.containsKey("items")) {
            JsonArrayBuilder items = Json.createArrayBuilder();
            list.forEach(item -> items.add(value(at + "/items", type, item)));
            return items.build();
        }
        return MASKED;
    }

    private JsonObject entries(String at, @Nullable Class<?> type, JsonObject map) {
        boolean named = part(at).containsKey("propertyNames");
        JsonObjectBuilder masked = Json.createObjectBuilder();
        map.forEach((key, value) -> {
            boolean fits = named && checker.takes(at + "/propertyNames", Json.createValue(key));
            masked.add(fits ? key : STARS, value(at + "/additionalProperties", type, value));
        });
        return masked.build();
    }

    private JsonObject part(String at) {
        return Json.PROVIDER.createPointer(at).getValue(root).asJsonObject();
    }
}
