package org.crmagent.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of the store means to a caller. Told by SQLSTATE (PostgreSQL documentation, appendix A), wherever in the
 * chain of causes a provider has put it.
 */
public enum Failure {
    /** Someone else inserted the same key first, or changed what was decided on; running the transaction again sees theirs. */
    OVERTAKEN,
    /** Lost against others at work on the same rows (deadlock, serialization): run anew it may go through at once. */
    CONTENDED,
    /** Unreachable, out of connections, timed out: later it may go through. */
    UNAVAILABLE,
    /** Anything else: a bug. */
    BUG;

    /** Lock and statement time-outs, read-only standby. */
    private static final Set<String> PASSING = Set.of("55P03", "57014", "25006");

    private static final Set<String> CONTENDING = Set.of("40P01", "40001");

    /** Connection exceptions, insufficient resources, operator intervention, system errors. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "58");

    /** Unique and foreign key: the row came, or went, since it was looked at. */
    private static final Set<String> OVERTAKING = Set.of("23505", "23503");

    /** True where nothing but repeating is needed. */
    public boolean passes() {
        return this == UNAVAILABLE || this == CONTENDED;
    }

    /** Classifies an exception that came out of a transaction. */
    public static Failure of(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        SQLException telling = null;
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof Overtaken) {
                return OVERTAKEN;
            }
            // a pool may wrap the driver's exception in one of its own that has no SQLSTATE
            if (cause instanceof SQLException failure && (telling == null || failure.getSQLState() != null)) {
                telling = failure;
            }
        }
        return telling == null ? BUG : of(telling);
    }

    private static Failure of(SQLException failure) {
        String state = failure.getSQLState();
        if (state != null && OVERTAKING.contains(state)) {
            return OVERTAKEN;
        }
        if (state != null && CONTENDING.contains(state)) {
            return CONTENDED;
        }
        return isPassing(failure, state) ? UNAVAILABLE : BUG;
    }

    /** A pool that has no connection to give throws without an SQLSTATE. */
    private static boolean isPassing(SQLException failure, @Nullable String state) {
        return state == null
                || PASSING.contains(state)
                || (state.length() >= 2 && PASSING_CLASSES.contains(state.substring(0, 2)))
                || failure instanceof SQLTransientException
                || failure instanceof SQLNonTransientConnectionException;
    }
}
