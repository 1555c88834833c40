package org.crmagent.call;

import java.util.List;
import org.crmagent.tool.Violation;

/** Sentences that several steps of the road say alike. */
final class Wording {

    private Wording() {}

    /** What is wrong, in one sentence: the first violation, and how many more there are. */
    static String violations(List<Violation> violations) {
        Violation first = violations.get(0);
        String where = first.pointer().isEmpty() ? "The body" : first.pointer();
        String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more violations)";
        return where + ": " + first.message() + more + ".";
    }
}
