package org.crmagent.store;

import java.io.Serial;

/**
 * What a transaction has decided no longer holds when it acts, because someone else was quicker: running the whole of it
 * again decides afresh. Unchecked, so that it rolls back.
 */
public final class Overtaken extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Tells what changed.
     *
     * @param what for the log, should it happen twice in a row
     */
    public Overtaken(String what) {
        super(what);
    }
}
