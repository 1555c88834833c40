package org.crmagent.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.crmagent.it.Deployed;
import org.junit.jupiter.api.Test;

/** The server's pool keeps what the application relies on. */
class DataSourceIT extends Deployed {
    @Inject
    Pool pool;

    @Test
    void connectsAsNoSuperuser() throws SQLException {
        assertEquals(
                "crm false",
                first("select current_user || ' ' || rolsuper from pg_roles where rolname = current_user"));
    }

    @Test
    void letsTheDatabaseFindTheTypeOfStrings() throws SQLException {
        assertEquals("2", first("select (?::text = '1')::int + ?", "x", "2"));
    }

    @Test
    void takesArrays() throws SQLException {
        try (Connection connection = pool.dataSource().getConnection()) {
            assertEquals("3", first("select cardinality(?::uuid[])", connection.createArrayOf("text", new String[3])));
        }
    }

    private String first(String sql, Object... parameters) throws SQLException {
        try (Connection connection = pool.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
