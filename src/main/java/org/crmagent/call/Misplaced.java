package org.crmagent.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmagent.catalogue.Entry;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Json;

/** Members that stand on the wrong side of {@code input}: the tool's beside it, the body's own within it. */
final class Misplaced {
    private final JsonObject known;
    private final JsonObject body;
    private final JsonObject input;

    private Misplaced(Entry<?, ?> entry, JsonObject body) {
        this.known = entry.inputSchema().getJsonObject("properties");
        this.body = body;
        this.input = body.get("input") instanceof JsonObject given ? given : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** What is wrong with a call, in words that tell where the misplaced members belong. */
    static List<Violation> told(Entry<?, ?> entry, JsonObject body, List<Violation> violations) {
        Misplaced misplaced = new Misplaced(entry, body);
        return violations.stream().map(misplaced::told).toList();
    }

    /** The call with each at its place, unless something else stands there; empty where none is misplaced. */
    static Optional<JsonObject> moved(Entry<?, ?> entry, JsonObject body) {
        return new Misplaced(entry, body).moved();
    }

    private Violation told(Violation violation) {
        String pointer = violation.pointer();
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        boolean unknown = violation.code().equals("unknown_member");
        boolean missing = violation.code().equals("required");
        boolean within = unknown && pointer.equals(Violations.INPUT + "/" + name);
        boolean lacking = missing && pointer.equals("/" + name);
        if ((within || lacking) && belongsBeside(name) && input.containsKey(name)) {
            return said(violation, '"' + name + "\" belongs beside input, not into it: move it there");
        }
        return unknown && belongsInto(name) && pointer.equals("/" + name)
                ? said(violation, '"' + name + "\" belongs into input, not beside it: move it there")
                : violation;
    }

    private static Violation said(Violation violation, String message) {
        return new Violation(violation.pointer(), violation.code(), message, null);
    }

    private boolean belongsBeside(String name) {
        return Request.NAMES.contains(name) && !name.equals("input") && !known.containsKey(name);
    }

    private boolean belongsInto(String name) {
        return known.containsKey(name) && !Request.NAMES.contains(name);
    }

    private Optional<JsonObject> moved() {
        JsonObjectBuilder within = Json.createObjectBuilder();
        JsonObjectBuilder beside = Json.createObjectBuilder();
        boolean moved = false;
        for (Map.Entry<String, JsonValue> member : input.entrySet()) {
            String name = member.getKey();
            boolean astray = belongsBeside(name)
                    && body.getOrDefault(name, member.getValue()).equals(member.getValue());
            (astray ? beside : within).add(name, member.getValue());
            moved |= astray;
        }
        for (Map.Entry<String, JsonValue> member : body.entrySet()) {
            String name = member.getKey();
            boolean astray = belongsInto(name) && !input.containsKey(name);
            (astray ? within : beside).add(name, member.getValue());
            moved |= astray;
        }
        return moved ? Optional.of(beside.add("input", within).build()) : Optional.empty();
    }
}
