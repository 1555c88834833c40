package org.crmagent.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that everything is told at once. */
public final class Violations {

    /** Where the tool's input lies in the request body. */
    public static final String INPUT = "/input";

    private final List<Violation> found = new ArrayList<>();
    private final Set<String> certain = new HashSet<>();

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
        add(pointer, code, message, meant);
        certain.add(INPUT + pointer);
    }

    /** The pointers, into the request body, of values whose suggestion surely was meant. */
    public Set<String> certain() {
        return Set.copyOf(certain);
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
