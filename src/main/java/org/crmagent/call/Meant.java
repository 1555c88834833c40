package org.crmagent.call;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.tool.Change;
import org.crmagent.tool.Doc;
import org.crmagent.tool.text.Canonical;
import org.crmagent.tool.text.Json;

/**
 * An input as it is meant, the same for each of its spellings: without what says nothing (null where null means absent,
 * defaults, controls that are false), ids in small letters, times in UTC.
 */
final class Meant {
    private static final Set<String> FLAGS = Set.of("dryRun", "confirm");

    private Meant() {}

    static JsonObject by(Class<?> type, JsonObject input) {
        Map<String, RecordComponent> components = Components.of(type);
        JsonObjectBuilder meant = Json.createObjectBuilder();
        input.forEach((name, value) -> {
            RecordComponent component = components.get(name);
            if (component == null) {
                boolean unset = value == JsonValue.NULL || (value == JsonValue.FALSE && FLAGS.contains(name));
                if (!unset) {
                    meant.add(name, value);
                }
            } else if (value != JsonValue.NULL || component.getType() == Change.class) {
                JsonValue one = value(component.getGenericType(), value);
                if (!isDefault(component, one)) {
                    meant.add(name, one);
                }
            }
        });
        return meant.build();
    }

    /** Records, lists and maps of them are looked into; what a JSON value holds is data, null too. */
    private static JsonValue value(Type type, JsonValue value) {
        if (type instanceof ParameterizedType generic) {
            Type[] parts = generic.getActualTypeArguments();
            Type last = parts[parts.length - 1];
            if (value instanceof JsonArray items) {
                JsonArrayBuilder meant = Json.createArrayBuilder();
                items.forEach(item -> meant.add(value(last, item)));
                return meant.build();
            }
            if (generic.getRawType() == Map.class && value instanceof JsonObject map) {
                JsonObjectBuilder meant = Json.createObjectBuilder();
                map.forEach((key, item) -> meant.add(parts[0] == UUID.class ? small(key) : key, value(last, item)));
                return meant.build();
            }
            return value(last, value);
        }
        if (value instanceof JsonObject nested && type instanceof Class<?> known && known.isRecord()) {
            return by(known, nested);
        }
        if (value instanceof JsonString string && type == UUID.class) {
            return Json.createValue(small(string.getString()));
        }
        return value instanceof JsonString string && type == Instant.class ? moment(string) : value;
    }

    private static String small(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** What is no time stays as it is: an input can be looked at before it is checked. */
    private static JsonString moment(JsonString text) {
        try {
            return Json.createValue(
                    OffsetDateTime.parse(text.getString()).toInstant().toString());
        } catch (DateTimeException noTime) {
            return text;
        }
    }

    private static boolean isDefault(RecordComponent component, JsonValue value) {
        Doc doc = component.getAnnotation(Doc.class);
        if (doc == null || doc.byDefault().isEmpty()) {
            return false;
        }
        try (JsonReader reader = Json.createReader(new StringReader(doc.byDefault()))) {
            return Canonical.text(reader.readValue()).equals(Canonical.text(value));
        }
    }
}
