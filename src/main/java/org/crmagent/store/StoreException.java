package org.crmagent.store;

import java.io.Serial;
import java.sql.SQLException;

/** The database refused or failed; unchecked, so that the transaction rolls back. */
public final class StoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Wraps what the driver or the pool threw. */
    public StoreException(SQLException cause) {
        super(cause);
    }
}
