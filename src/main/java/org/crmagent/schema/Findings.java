package org.crmagent.schema;

import dev.harrel.jsonschema.Error;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmagent.tool.Violation;

/** Turns what the library found in one value into violations: in order, each place once. */
final class Findings {
    private static final int MOST = 50;
    private static final String VERSION = "formatVersion";

    private final Checker checker;
    private final JsonObject schema;
    private final JsonValue instance;
    private final String base;
    private final Map<String, Violation> byPointer = new LinkedHashMap<>();

    Findings(Checker checker, JsonObject schema, JsonValue instance, String base) {
        this.checker = checker;
        this.schema = schema;
        this.instance = instance;
        this.base = base;
    }

    List<Violation> of(List<Error> errors) {
        Map<String, List<Error>> byPlace = new HashMap<>();
        for (Error error : errors) {
            byPlace.computeIfAbsent(error.getInstanceLocation(), place -> new ArrayList<>())
                    .add(error);
        }
        visit(instance, "", byPlace);
        return byPointer.values().stream().limit(MOST).toList();
    }

    /** The library walks members in no order; this walks them as they were written. */
    private void visit(JsonValue value, String pointer, Map<String, List<Error>> byPlace) {
        if (byPointer.size() >= MOST) {
            return;
        }
        Optional<Error> later = later(pointer, byPlace);
        if (later.isPresent()) {
            String at = Jsonp.child(pointer, VERSION);
            JsonObject rule = Jsonp.at(schema, place(later.get())).asJsonObject();
            put(Finding.later(base + at, rule, Jsonp.at(instance, at)));
            return;
        }
        byPlace.getOrDefault(pointer, List.of()).stream()
                .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                .forEach(error -> add(error, value, pointer));
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> visit(member, Jsonp.child(pointer, name), byPlace));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                visit(array.get(i), pointer + "/" + i, byPlace);
            }
        }
    }

    /** A document that a later release wrote: nothing else in it can be judged. */
    private static Optional<Error> later(String pointer, Map<String, List<Error>> byPlace) {
        List<Error> errors = byPlace.getOrDefault(Jsonp.child(pointer, VERSION), List.of());
        return errors.stream()
                .filter(error -> errors.size() == 1 && keyword(error).equals("maximum"))
                .findFirst();
    }

    private static int rank(Error error) {
        return List.of("type", "enum", "minLength", "maxLength", "format").indexOf(keyword(error)) & Integer.MAX_VALUE;
    }

    private static String keyword(Error error) {
        return error.getKeyword() == null ? "" : error.getKeyword();
    }

    private static String place(Error error) {
        return error.getSchemaLocation().substring(error.getSchemaLocation().indexOf('#') + 1);
    }

    private void add(Error error, JsonValue value, String pointer) {
        String at = place(error);
        if (at.endsWith("/propertyNames")) {
            names(at, (JsonObject) value, pointer);
        } else if (error.getKeyword() == null) {
            unknown(at, pointer);
        } else if (keyword(error).equals("required")) {
            missing(at, (JsonObject) value, pointer);
        } else {
            JsonObject rule = Jsonp.at(schema, at).asJsonObject();
            String where = keyword(error).equals("uniqueItems") ? pointer + "/" + repeated(value) : pointer;
            put(Finding.of(base + where, keyword(error), rule, value));
        }
    }

    private void names(String at, JsonObject object, String pointer) {
        JsonObject rule = Jsonp.at(schema, at).asJsonObject();
        for (String name : object.keySet()) {
            if (!checker.takes(at, Jsonp.string(name))) {
                put(Finding.name(base + Jsonp.shortChild(pointer, name), name, rule, object.keySet()));
            }
        }
    }

    private void unknown(String at, String pointer) {
        JsonObject owner = Jsonp.at(schema, Jsonp.parent(at)).asJsonObject();
        JsonObject properties =
                owner.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        String holder = Jsonp.parent(pointer);
        Collection<String> present = Jsonp.at(instance, holder).asJsonObject().keySet();
        String name = Jsonp.lastName(pointer);
        put(Finding.unknown(base + Jsonp.shortChild(holder, name), name, properties.keySet(), present));
    }

    private void missing(String at, JsonObject value, String pointer) {
        JsonObject owner = Jsonp.at(schema, at).asJsonObject();
        for (JsonValue required : owner.getJsonArray("required")) {
            String name = ((JsonString) required).getString();
            if (!value.containsKey(name)) {
                JsonObject rule = owner.getJsonObject("properties").getJsonObject(name);
                put(Finding.missing(base + Jsonp.child(pointer, name), name, rule));
            }
        }
    }

    private static int repeated(JsonValue list) {
        Set<JsonValue> seen = new HashSet<>();
        int index = 0;
        for (JsonValue item : list.asJsonArray()) {
            if (!seen.add(item)) {
                return index;
            }
            index++;
        }
        return 0;
    }

    private void put(Violation violation) {
        byPointer.putIfAbsent(violation.pointer(), violation);
    }
}
