package org.crmagent.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens each transaction of the application with its one opening statement, and remembers for its length whose it is. */
@ApplicationScoped
public class Binding {
    private static final String KEY = Binding.class.getName();

    /**
     * Everything is local to the transaction, so that nothing stays on a pooled connection. Rows are read by index where that
     * reads less: with what PostgreSQL assumes of spinning disks, choosing 100,000 contacts out of a million scanned them all.
     */
    private static final String OPENING = """
            select set_config('role', 'crm_application', true),
                   set_config('crm.organization_id', ?, true),
                   set_config('search_path', 'app, public', true),
                   set_config('lock_timeout', ?, true),
                   set_config('statement_timeout', ?, true),
                   set_config('synchronous_commit', ?, true),
                   set_config('random_page_cost', '1.1', true),
                   set_config('jit', 'off', true)
            """;

    /** Before any query of the transaction, and in the same message to the server as the opening statement. */
    private static final String SNAPSHOT = "set transaction isolation level repeatable read;\n";

    @Resource(lookup = "java:comp/env/jdbc/crm")
    DataSource dataSource;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @Inject
    TimeLimits limits;

    @Inject
    Running running;

    /** What a transaction is for. */
    public enum Purpose {
        /** To read: all its statements see one state of the data, so that their figures agree. */
        READ,
        /** To keep nothing but what a crash of the database may take (audit rows), or nothing at all. Each statement sees what was committed before it. */
        TRY,
        /** To change data, durably. Each statement sees what was committed before it. */
        CHANGE
    }

    private record Bound(@Nullable UUID organizationId) {}

    /**
     * Binds the current transaction. Called once, before anything else in it.
     *
     * @param organizationId whose data the transaction sees; null: no tenant's
     * @param reach decides how long locks and statements may take
     * @param purpose decides what its statements see, and whether it waits for the disk
     * @throws StoreException when the database can't be reached
     * @throws IllegalStateException outside a transaction, or when it is bound already
     */
    public void open(@Nullable UUID organizationId, TimeLimits.Reach reach, Purpose purpose) {
        if (transaction.getResource(KEY) != null) {
            throw new IllegalStateException("the transaction is bound already");
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(purpose == Purpose.READ ? SNAPSHOT + OPENING : OPENING)) {
            statement.setString(1, organizationId == null ? "" : organizationId.toString());
            statement.setString(2, limits.lockMillis(reach) + "ms");
            statement.setString(3, limits.statementMillis(reach) + "ms");
            statement.setString(4, purpose == Purpose.CHANGE ? "on" : "off");
            statement.execute();
        } catch (SQLException failure) {
            throw new StoreException(failure);
        }
        transaction.putResource(KEY, new Bound(organizationId));
    }

    /**
     * The organization of the current transaction.
     *
     * @throws IllegalStateException when the transaction was not opened, or for no organization
     */
    UUID organizationId() {
        UUID organizationId = bound().organizationId();
        if (organizationId == null) {
            throw new IllegalStateException("the transaction is bound to no organization");
        }
        return organizationId;
    }

    /** Where statements are run. */
    Running running() {
        return running;
    }

    /** A connection of the current, opened transaction. */
    Connection connection() throws SQLException {
        bound();
        return dataSource.getConnection();
    }

    private Bound bound() {
        if (transaction.getResource(KEY) instanceof Bound bound) {
            return bound;
        }
        throw new IllegalStateException("SQL outside an opened transaction");
    }
}
