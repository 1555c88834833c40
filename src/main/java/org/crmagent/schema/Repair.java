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
import org.crmagent.tool.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Corrects a request where there is no doubt: a member name or text value that differs from the violation's suggestion by
 * case, accents, word joints, or at most two slips in more than six letters. All that decides lies in body and violation, so
 * the violations of tools count like those of schemas.
 */
public final class Repair {
    private final JsonObject body;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> filled = new HashSet<>();

    private Repair(JsonObject body) {
        this.body = body;
    }

    /**
     * The corrected request.
     *
     * @param body what was sent
     * @param violations all that is wrong with it, with pointers into it
     * @return empty when the repair of one violation is not certain. What is returned was not checked again: a renamed
     *     member's value may be wrong in itself
     */
    public static Optional<JsonObject> of(JsonObject body, List<Violation> violations) {
        Repair repair = new Repair(body);
        boolean certain = !violations.isEmpty()
                && violations.stream().allMatch(violation -> isMissing(violation) || repair.plan(violation))
                && violations.stream()
                        .filter(Repair::isMissing)
                        .allMatch(violation -> repair.filled.contains(violation.pointer()));
        return certain ? Optional.of(repair.object(body, "")) : Optional.empty();
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
        values.put(pointer, meant);
        return Jsonp.at(body, pointer) instanceof JsonString given && Nearest.certain(given.getString(), meant);
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
        @Nullable String meant = values.get(pointer);
        if (meant != null) {
            return Jsonp.string(meant);
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
