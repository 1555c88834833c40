package org.crmagent.tools.outbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        start = did + " " + number(done) + " of " + number(matched) + " matched contacts";
        this.done = done;
    }

    /** Adds a reason why some were left out, if any were. */
    Funnel and(long contacts, String are) {
        if (contacts > 0) {
            reasons.add(number(contacts) + (contacts == 1 ? " is " : " are ") + are);
        }
        return this;
    }

    /** Tells how many of those done got an agent; null: dealing was not asked for. */
    Funnel then(@Nullable Long assigned) {
        if (assigned != null) {
            String rest = done > assigned ? ", " + number(done - assigned) + " are more than the agents may get" : "";
            start += " and assigned " + number(assigned) + rest;
        }
        return this;
    }

    String sentence() {
        return start + (reasons.isEmpty() ? "." : "; " + String.join(", ", reasons) + ".");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
