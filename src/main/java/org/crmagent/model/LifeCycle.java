package org.crmagent.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.jspecify.annotations.Nullable;

/** Moves between statuses. */
public final class LifeCycle {
    private LifeCycle() {}

    /**
     * Lets pass what a life cycle allows; staying is no change.
     *
     * @param what whose status it is, e.g. {@code campaign}
     * @param to null: no status was asked for
     * @param next the statuses that may follow {@code from}
     * @throws Refusal {@code invalid_state}, naming what is possible
     */
    public static <E extends Enum<E>> void check(String what, E from, @Nullable E to, Set<E> next) {
        if (to == null || to == from || next.contains(to)) {
            return;
        }
        String words = next.stream().sorted().map(LifeCycle::word).collect(Collectors.joining(" or "));
        String possible = words.isEmpty() ? "it can't leave that status" : "it can become " + words;
        throw new Refusal(
                ErrorCode.INVALID_STATE,
                "The " + what + " is " + word(from) + " and can't become " + word(to) + ": " + possible + ".",
                List.of(new Violation(
                        "/input/status", "invalid_transition", "from " + word(from) + " " + possible, null)));
    }

    /** A status as JSON has it. */
    public static String word(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
