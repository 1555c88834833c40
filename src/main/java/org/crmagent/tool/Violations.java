package org.crmagent.tool;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that everything is told at once. */
public final class Violations {

    /** Where the tool's input lies in the request body. */
    public static final String INPUT = "/input";

    private final List<Violation> found = new ArrayList<>();

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
            throw new Refusal(code, sentence, found());
        }
    }
}
