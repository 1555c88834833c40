package org.crmagent.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.crmagent.it.Database;
import org.crmagent.run.Login;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own for the tests of tables, views and counters, and a few words to run SQL on it. */
final class MigratedDatabase {

    /** What the application's transactions start with, as the comment of the second wall gives it. */
    static final String OPENING = "select set_config('role', 'crm_application', true),"
            + " set_config('crm.organization_id', ?, true), set_config('search_path', 'app, public', true),"
            + " set_config('lock_timeout', ?, true), set_config('statement_timeout', ?, true),"
            + " set_config('synchronous_commit', ?, true), set_config('jit', 'off', true)";

    private static @Nullable Login login;

    private MigratedDatabase() {}

    /** The owner, who sees the tables. */
    static Connection owner() throws SQLException {
        return login().connect();
    }

    /** Within a transaction that the application's opening statement began; the organization may be empty. */
    static Connection application(String organizationId) throws SQLException {
        return opened(owner(), organizationId);
    }

    /** Begins a transaction as the application does. */
    static Connection opened(Connection connection, String organizationId) throws SQLException {
        connection.setAutoCommit(false);
        value(connection, OPENING, organizationId, "2s", "10s", "on");
        return connection;
    }

    /** The owner's login; the first use migrates. */
    static synchronized Login login() throws SQLException {
        if (login == null) {
            var made = Database.another("migrated");
            new Schema(dataSource(made)).migrate();
            login = made;
        }
        return login;
    }

    static DataSource dataSource(Login login) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(login.url());
        dataSource.setUser(login.user());
        dataSource.setPassword(login.password());
        return dataSource;
    }

    /** Runs a statement and tells how many rows it touched. */
    static int run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
            return statement.getUpdateCount();
        }
    }

    /** The first column of the first row, as text. */
    static String value(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("No row for " + sql);
                }
                return String.valueOf(rows.getString(1));
            }
        }
    }

    /** Inserts one row and returns its id. */
    static UUID insert(Connection connection, String sql, Object... parameters) throws SQLException {
        return UUID.fromString(value(connection, sql + " returning id", parameters));
    }
}
