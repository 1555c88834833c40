package org.crmagent.tool;

import java.io.Serial;

/** Whoever was asked outside gave no answer. Unchecked and without a stack trace: it is no fault of the program. */
public final class Unanswered extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Tells why.
     *
     * @param why the end of a sentence, fit for callers: no addresses, no texts of others
     */
    public Unanswered(String why) {
        super(why, null, false, false);
    }

    /** Why there is no answer. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
