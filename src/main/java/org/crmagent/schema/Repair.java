package org.crmagent.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Corrects a request where there is no doubt: a member name or text value that differs from the violation's suggestion by
 * case, accents, word joints, or at most two slips in more than six letters; or a value of which the tool that broke its
 * rule says that it is certain. (A date one slip from the day it must not precede is no misspelling of that day.)
 */
public final class Repair {
    private final JsonObject body;
    private final BiFunction<Violation, String, Optional<JsonValue>> certain;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, JsonValue> values = new HashMap<>();
    private final Set<String> filled = new HashSet<>();

    private Repair(JsonObject body, BiFunction<Violation, String, Optional<JsonValue>> certain) {
        this.body = body;
        this.certain = certain;
    }

    /**
     * The corrected request of one that breaks its schema.
     *
     * @param body what was sent
     * @param violations all that is wrong with it, with pointers into it
     * @return empty when the repair of one violation is not certain. What is returned was not checked again: a renamed
     *     member's value may be wrong in itself
     */
    public static Optional<JsonObject> of(JsonObject body, List<Violation> violations) {
        return new Repair(
                        body,
                        (violation, given) -> Optional.ofNullable(violation.suggestion())
                                .filter(meant -> Nearest.certain(given, meant))
                                .map(Jsonp::string))
                .of(violations);
    }

    /**
     * The corrected request of one that breaks rules of its tool.
     *
     * @param body what was sent
     * @param broken all the rules that it breaks
     * @param meant by pointer what the tool is certain of
     * @return empty when the tool does not say of each that its repair is certain
     */
    public static Optional<JsonObject> of(JsonObject body, List<Violation> broken, Map<String, JsonValue> meant) {
        return new Repair(body, (violation, given) -> Optional.ofNullable(meant.get(violation.pointer()))).of(broken);
    }

    private Optional<JsonObject> of(List<Violation> violations) {
        boolean certain = !violations.isEmpty()
                && violations.stream().allMatch(violation -> isMissing(violation) || plan(violation))
                && violations.stream()
                        .filter(Repair::isMissing)
                        .allMatch(violation -> filled.contains(violation.pointer()));
        return certain ? Optional.of(object(body, "")) : Optional.empty();
    }

    /** A required member is there once another is renamed to it. */
    private static boolean isMissing(Violation violation) {
        return violation.code().equals("required");
    }

    private boolean plan(Violation violation) {
        String pointer = violation.pointer();
        String meant = violation.suggestion();
        if (meant == null || pointer.isEmpty() || !Jsonp.exists(body, pointer)) {
            return false;
        }
        if (violation.code().equals("unknown_member")) {
            String renamed = Jsonp.child(Jsonp.parent(pointer), meant);
            names.put(pointer, meant);
            return Nearest.certain(Jsonp.lastName(pointer), meant)
                    && !Jsonp.exists(body, renamed)
                    && filled.add(renamed);
        }
        Optional<JsonValue> repaired = Jsonp.at(body, pointer) instanceof JsonString given
                ? certain.apply(violation, given.getString())
                : Optional.empty();
        repaired.ifPresent(value -> values.put(pointer, value));
        return repaired.isPresent();
    }

    private JsonObject object(JsonObject object, String pointer) {
        JsonObjectBuilder corrected = Jsonp.object();
        object.forEach((name, value) -> {
            String at = Jsonp.child(pointer, name);
            corrected.add(names.getOrDefault(at, name), value(value, at));
        });
        return corrected.build();
    }

    private JsonValue value(JsonValue value, String pointer) {
        @Nullable JsonValue meant = values.get(pointer);
        if (meant != null) {
            return meant;
        } else if (value instanceof JsonObject object) {
            return object(object, pointer);
        } else if (value instanceof JsonArray array) {
            JsonArrayBuilder corrected = Jsonp.array();
            for (int i = 0; i < array.size(); i++) {
                corrected.add(value(array.get(i), pointer + "/" + i));
            }
            return corrected.build();
        }
        return value;
    }
}
