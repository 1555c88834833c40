package org.crmagent.tool;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmagent.tool.text.Json;

/** Collects what is wrong, so that everything is told at once. */
public final class Violations {

    /** Where the tool's input lies in the request body. */
    public static final String INPUT = "/input";

    private final List<Violation> found = new ArrayList<>();
    private final Map<String, JsonValue> certain = new HashMap<>();

    /**
     * Adds one without a suggestion.
     *
     * @param pointer relative to the input, e.g. {@code /endsOn}; empty for the input itself
     */
    public void add(String pointer, String code, String message) {
        found.add(new Violation(INPUT + pointer, code, message, null));
    }

    /** Adds one with the nearest valid value. */
    public void add(String pointer, String code, String message, String suggestion) {
        found.add(new Violation(INPUT + pointer, code, message, suggestion));
    }

    /**
     * Adds one whose text value surely was meant to be another: where all that is wrong is of this kind, the answer offers the
     * corrected call.
     */
    public void correct(String pointer, String code, String message, String meant) {
        correct(pointer, code, message, meant, Json.createValue(meant));
    }

    /**
     * Adds one whose text value surely was meant to be a value of another type.
     *
     * @param suggestion the value in words
     * @param meant the value
     */
    public void correct(String pointer, String code, String message, String suggestion, JsonValue meant) {
        add(pointer, code, message, suggestion);
        certain.put(INPUT + pointer, meant);
    }

    /** What surely was meant, by pointers into the request body. */
    public Map<String, JsonValue> certain() {
        return Map.copyOf(certain);
    }

    /** What was collected, in order. */
    public List<Violation> found() {
        return List.copyOf(found);
    }

    /**
     * Refuses with all that was collected, if anything was.
     *
     * @throws Refusal with the given code
     */
    public void refuse(ErrorCode code, String sentence) {
        if (!found.isEmpty()) {
            throw new Refusal(code, sentence, this);
        }
    }
}
