package org.crmagent.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crmagent.tool.Violation;

/**
 * Finds ids that a list or map names twice, in capitals and not: to JSON Schema these are two texts, but a UUID is read
 * without regard to case (RFC 9562, section 4).
 */
final class SameIds {
    private final JsonObject root;
    private final List<Violation> found = new ArrayList<>();

    private SameIds(JsonObject root) {
        this.root = root;
    }

    /** In a value that the schema takes. */
    static List<Violation> of(JsonObject schema, JsonValue instance, String pointer) {
        SameIds ids = new SameIds(schema);
        ids.visit(schema, instance, pointer);
        return ids.found;
    }

    private void visit(JsonObject reference, JsonValue value, String pointer) {
        String name = reference.getString("$ref", "");
        JsonObject schema = name.isEmpty()
                ? reference
                : root.getJsonObject("$defs").getJsonObject(name.substring(name.lastIndexOf('/') + 1));
        if (value instanceof JsonArray items && schema.get("items") instanceof JsonObject item) {
            Set<String> seen = new HashSet<>();
            boolean unique = schema.getBoolean("uniqueItems", false) && areIds(item);
            for (int i = 0; i < items.size(); i++) {
                if (unique && items.get(i) instanceof JsonString id) {
                    once(id.getString(), seen, pointer + "/" + i);
                }
                visit(item, items.get(i), pointer + "/" + i);
            }
        } else if (value instanceof JsonObject object && schema.get("properties") instanceof JsonObject members) {
            object.forEach((member, inner) -> {
                if (members.get(member) instanceof JsonObject known) {
                    visit(known, inner, pointer + "/" + member);
                }
            });
        } else if (value instanceof JsonObject map && schema.get("propertyNames") instanceof JsonObject names) {
            Set<String> seen = new HashSet<>();
            map.keySet().stream().filter(id -> areIds(names)).forEach(id -> once(id, seen, pointer + "/" + id));
        }
    }

    private static boolean areIds(JsonObject schema) {
        return schema.getString("format", "").equals("uuid");
    }

    private void once(String id, Set<String> seen, String pointer) {
        if (!seen.add(id.toLowerCase(Locale.ROOT))) {
            found.add(new Violation(
                    pointer, "duplicate_item", "is named already, capitals aside: name each id once", null));
        }
    }
}
