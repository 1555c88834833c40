package org.crmagent.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database and who connects to it. */
public record Login(String url, String user, String password) {

    /** A connection of its own, in auto-commit. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Refuses with one sentence where the database does not let us in. */
    public void check() {
        try (Connection connection = connect()) {
            connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new Failure(
                    "The database " + url + " cannot be used as user \"" + user + "\": "
                            + e.getMessage().lines().findFirst().orElse("no reason given"),
                    e);
        }
    }
}
