package org.crmagent.call;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import org.crmagent.tool.Change;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** An input without what says nothing: null where null means absent, at every level, and controls that are false. */
final class Meant {
    private static final Set<String> FLAGS = Set.of("dryRun", "confirm");

    private Meant() {}

    static JsonObject by(Class<?> type, JsonObject input) {
        Map<String, RecordComponent> components = Components.of(type);
        JsonObjectBuilder meant = Json.createObjectBuilder();
        input.forEach((name, value) -> {
            RecordComponent component = components.get(name);
            boolean clears = component != null && component.getType() == Change.class;
            boolean unset = value == JsonValue.FALSE && component == null && FLAGS.contains(name);
            if (!unset && (value != JsonValue.NULL || clears)) {
                meant.add(
                        name, component == null ? value : value(Components.record(component.getGenericType()), value));
            }
        });
        return meant.build();
    }

    /** Records are looked into; what a map of values holds is data, null too. */
    private static JsonValue value(@Nullable Class<?> type, JsonValue value) {
        if (type != null && value instanceof JsonObject nested) {
            return by(type, nested);
        }
        if (type != null && value instanceof JsonArray items) {
            JsonArrayBuilder meant = Json.createArrayBuilder();
            items.forEach(item -> meant.add(value(type, item)));
            return meant.build();
        }
        return value;
    }
}
