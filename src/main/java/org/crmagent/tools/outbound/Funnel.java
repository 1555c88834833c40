package org.crmagent.tools.outbound;

import java.util.ArrayList;
import java.util.List;

/** The sentence that tells what became of each matched contact. */
final class Funnel {
    private final String start;
    private final long rest;
    private final List<String> reasons = new ArrayList<>();

    /**
     * Starts it.
     *
     * @param did e.g. {@code Added} or {@code Would add}
     */
    Funnel(String did, long done, long matched) {
        start = did + " " + number(done) + " of " + number(matched) + " matched contacts";
        rest = matched - done;
    }

    /** Adds a reason why some were left out, if any were. */
    Funnel and(long contacts, String are) {
        if (contacts > 0) {
            reasons.add(number(contacts) + (contacts == 1 ? " is " : " are ") + are);
        }
        return this;
    }

    String sentence() {
        return start + (rest == 0 || reasons.isEmpty() ? "." : "; " + String.join(", ", reasons) + ".");
    }

    static String number(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number);
    }
}
