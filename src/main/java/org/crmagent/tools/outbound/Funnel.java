package org.crmagent.tools.outbound;

import java.util.ArrayList;
import java.util.List;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** The sentence that tells what became of each matched contact. */
final class Funnel {
    private final long done;
    private String start;
    private final List<String> reasons = new ArrayList<>();

    /**
     * Starts it.
     *
     * @param did e.g. {@code Added} or {@code Would add}
     */
    Funnel(String did, long done, long matched) {
        start = did + " " + Counted.number(done) + " of " + Counted.of(matched, "matched contact");
        this.done = done;
    }

    /** Adds a reason why some were left out, if any were. */
    Funnel and(long contacts, String are) {
        if (contacts > 0) {
            reasons.add(Counted.of(contacts, "is ", "are ") + are);
        }
        return this;
    }

    /** Tells how many of those done got an agent; null: dealing was not asked for. */
    Funnel then(@Nullable Long assigned) {
        if (assigned != null) {
            String rest = done > assigned
                    ? ", " + Counted.of(done - assigned, "is", "are") + " more than the agents may get"
                    : "";
            start += " and assigned " + Counted.number(assigned) + rest;
        }
        return this;
    }

    String sentence() {
        return start + (reasons.isEmpty() ? "." : "; " + String.join(", ", reasons) + ".");
    }
}
