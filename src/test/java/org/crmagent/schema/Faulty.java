package org.crmagent.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value with one fault.
 *
 * @param instance what to send
 * @param pointer where the fault is, relative to the instance
 * @param code the violation's code
 */
public record Faulty(JsonObject instance, String pointer, String code) {

    /** Spoils one place of a valid value. */
    static final class Maker {
        private static final String ODD_NAME = " ?!";
        private static final String UNKNOWN = "/zzzUnheardOf~1";

        private final Instances instances;
        private final Random random;
        private final List<Faulty> found = new ArrayList<>();

        Maker(Instances instances, Random random) {
            this.instances = instances;
            this.random = random;
        }

        /** Null where the value has no place to spoil. */
        @Nullable
        Faulty spoil(JsonObject valid) {
            found.clear();
            visit(valid, instances.root(), valid, "");
            return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
        }

        private void visit(JsonObject whole, JsonObject reference, JsonValue value, String pointer) {
            JsonObject schema = instances.resolved(reference);
            if (!pointer.isEmpty()) {
                for (Spoiled spoiled : Spoiled.of(schema, value, random)) {
                    // too large a version is that of a later release, and told as such
                    boolean later =
                            pointer.endsWith("/formatVersion") && spoiled.code().equals("too_large");
                    found.add(new Faulty(
                            Edit.replace(whole, pointer, spoiled.value()),
                            pointer + spoiled.below(),
                            later ? "newer_version" : spoiled.code()));
                }
            }
            if (value instanceof JsonObject object) {
                members(whole, schema, object, pointer);
            } else if (value instanceof JsonArray array && schema.containsKey("items")) {
                for (int i = 0; i < array.size(); i++) {
                    visit(whole, schema.getJsonObject("items"), array.get(i), pointer + "/" + i);
                }
            }
        }

        private void members(JsonObject whole, JsonObject schema, JsonObject object, String pointer) {
            JsonObject properties = schema.getJsonObject("properties");
            if (properties == null) {
                names(whole, schema, object, pointer);
                return;
            }
            found.add(new Faulty(
                    Edit.add(whole, pointer + UNKNOWN, JsonValue.TRUE), pointer + UNKNOWN, "unknown_member"));
            for (String name : schema.getJsonArray("required").getValuesAs(JsonString::getString)) {
                found.add(new Faulty(Edit.remove(whole, pointer + "/" + name), pointer + "/" + name, "required"));
            }
            object.forEach(
                    (name, member) -> visit(whole, properties.getJsonObject(name), member, pointer + "/" + name));
        }

        /** The names of a map are refused one by one; its values are visited like members. */
        private void names(JsonObject whole, JsonObject schema, JsonObject map, String pointer) {
            JsonObject names = schema.getJsonObject("propertyNames");
            boolean free =
                    names == null || Stream.of("enum", "format", "pattern").noneMatch(names::containsKey);
            boolean taken = free || PatternText.matches(names.getString("pattern", "^()$"), ODD_NAME);
            if (!taken && map.size() < schema.getInt("maxProperties", Integer.MAX_VALUE)) {
                JsonValue any = instances.value(schema.getJsonObject("additionalProperties"), Integer.MAX_VALUE);
                String code = names.containsKey("enum") ? "unknown_member" : "bad_member_name";
                found.add(new Faulty(Edit.add(whole, pointer + "/" + ODD_NAME, any), pointer + "/" + ODD_NAME, code));
            }
            if (schema.get("additionalProperties") instanceof JsonObject values) {
                map.forEach((name, member) -> visit(whole, values, member, Jsonp.child(pointer, name)));
            }
        }
    }
}
