package org.crmagent.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The statements of this node that the database works on now. */
@ApplicationScoped
public class Running {
    private static final System.Logger LOG = System.getLogger(Running.class.getName());

    private final Set<Statement> statements = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What a statement does. */
    @FunctionalInterface
    interface Execution<T> {
        T run() throws SQLException;
    }

    /** Runs a statement; it can be broken off meanwhile. */
    <T> T run(Statement statement, Execution<T> execution) throws SQLException {
        synchronized (statements) {
            statements.add(statement);
        }
        try {
            return execution.run();
        } finally {
            synchronized (statements) {
                statements.remove(statement);
            }
        }
    }

    /**
     * Breaks all of them off: the database undoes what their transactions did, and their calls fail as {@link
     * Failure#UNAVAILABLE}. For a node that has to stop.
     */
    public void breakOff() {
        List<Statement> now;
        synchronized (statements) {
            now = List.copyOf(statements);
        }
        for (Statement statement : now) {
            try {
                statement.cancel();
            } catch (SQLException over) {
                LOG.log(System.Logger.Level.WARNING, "A statement could not be broken off: " + over.getMessage());
            }
        }
    }
}
