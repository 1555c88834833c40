package org.crmagent.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An embedded PostgreSQL with the database {@code crm}. Its superuser only makes that database and the role that owns
 * it; the application and the tests connect as the owner, who is no superuser.
 */
public final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts on the data of an earlier start, or makes the folder. */
    public static Postgres start(Path data, Path log) {
        return start(data, log, Map.of());
    }

    /** The same with settings of the server. */
    public static Postgres start(Path data, Path log, Map<String, String> settings) {
        try {
            Files.createDirectories(data.getParent());
            Leftover.stop(data, Duration.ZERO);
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            settings.forEach(builder::setServerConfig);
            EmbeddedPostgres server = builder.setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Postgres postgres = new Postgres(server);
            postgres.database("crm");
            return postgres;
        } catch (IOException | IllegalStateException | SQLException e) {
            Leftover.stop(data, Duration.ofSeconds(2));
            throw new Failure("PostgreSQL did not start on " + data + " (" + e.getMessage() + "): see " + log, e);
        }
    }

    /** A database by that name that belongs to the owner; made if there is none. */
    public Login database(String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "pg_roles where rolname = 'crm'")) {
                statement.execute("create role crm login createrole password 'crm'");
            }
            if (!exists(statement, "pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name + " owner crm");
            }
        }
        return login(name);
    }

    /** Runs what an administrator would, each statement by itself. */
    public void administer(List<String> statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select 1 from " + what)) {
            return rows.next();
        }
    }

    /** The owner of the database {@code crm}. */
    public Login owner() {
        return login("crm");
    }

    private Login login(String database) {
        return new Login("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database, "crm", "crm");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
