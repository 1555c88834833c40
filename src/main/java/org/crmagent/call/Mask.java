package org.crmagent.call;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import org.crmagent.tool.Doc;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * An input as the audit log keeps it: personal values, and whatever the tool's schema does not know, are masked. Null
 * stays null, so that one sees what was cleared.
 */
final class Mask {
    private static final JsonValue MASKED = Json.createValue("***");
    private static final Set<String> CONTROLS =
            Set.of("dryRun", "confirm", "previewToken", "expectedCount", "expectedVersion");

    /** A longer input tells only its size: ids are all it can hold by then. */
    private static final int LARGEST = 8 * 1024;

    private Mask() {}

    static JsonObject of(Class<?> type, JsonObject input) {
        JsonObject masked = members(type, input, true);
        int size = masked.toString().length();
        return size <= LARGEST
                ? masked
                : Json.createObjectBuilder().add("omittedCharacters", size).build();
    }

    private static JsonObject members(Class<?> type, JsonObject json, boolean top) {
        Map<String, RecordComponent> components = Components.of(type);
        JsonObjectBuilder masked = Json.createObjectBuilder();
        json.forEach((name, value) -> {
            RecordComponent component = components.get(name);
            boolean control = top && CONTROLS.contains(name);
            masked.add(name, control ? value : component == null ? MASKED : member(component, value));
        });
        return masked.build();
    }

    private static JsonValue member(RecordComponent component, JsonValue value) {
        Doc doc = component.getAnnotation(Doc.class);
        if (value == JsonValue.NULL) {
            return value;
        }
        return doc == null || doc.personal() ? MASKED : value(Components.record(component.getGenericType()), value);
    }

    /** A record's members are looked at one by one; other values of a member that is not personal are kept. */
    private static JsonValue value(@Nullable Class<?> type, JsonValue value) {
        if (type != null && value instanceof JsonObject nested) {
            return members(type, nested, false);
        }
        if (type != null && value instanceof JsonArray items) {
            JsonArrayBuilder masked = Json.createArrayBuilder();
            items.forEach(item -> masked.add(value(type, item)));
            return masked.build();
        }
        return value;
    }
}
