package org.crmagent.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.crmagent.run.Login;

/** Ways into the database of the shared server; no test connects as a superuser. */
public final class Database {
    private Database() {}

    /** The owner, who sees the tables of all organizations. */
    public static Connection owner() throws SQLException {
        return Surroundings.owner().connect();
    }

    /** The role that tools run as, which sees the views, bound to one organization. */
    public static Connection application(UUID organizationId) throws SQLException {
        Connection connection = unbound();
        run(connection, "select set_config('crm.organization_id', ?, false)", organizationId.toString());
        return connection;
    }

    /** The role that tools run as, where the organization was forgotten: it must see no row. */
    public static Connection unbound() throws SQLException {
        Connection connection = owner();
        run(connection, "select set_config('role', ?, false)", "crm_application");
        run(connection, "select set_config('search_path', ?, false)", "app, public");
        return connection;
    }

    /** One more database of the same owner; empty unless an earlier test used that name. */
    public static Login another(String name) throws SQLException {
        return Surroundings.database(name);
    }

    /** The first column of the first row, seen by the owner: a figure to compare an answer with. */
    public static Object value(String sql, Object... parameters) throws SQLException {
        try (Connection connection = owner()) {
            return run(connection, sql, parameters);
        }
    }

    private static Object run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("No row for " + sql);
                }
                return rows.getObject(1);
            }
        }
    }
}
