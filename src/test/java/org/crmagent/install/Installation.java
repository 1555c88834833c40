package org.crmagent.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Failure;
import org.crmagent.run.Login;

/** A PostgreSQL of which nobody has thought for this product yet, and the folder in which its administrator types. */
final class Installation implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final Path folder;

    private Installation(EmbeddedPostgres postgres, Path folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** With the files that the pages ask for. */
    static Installation make(String name) throws Exception {
        Path folder = Surroundings.CHECKOUT.resolve("target/it/how-to-" + name);
        Path typed = Files.createDirectories(folder.resolve("typed"));
        for (String file : List.of("docker", "docs", "target/crm.war", "target/postgresql.jar")) {
            Path there = Surroundings.CHECKOUT.resolve(file).toAbsolutePath();
            Files.createSymbolicLink(typed.resolve(there.getFileName()), there);
        }
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile());
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("locale", "C.UTF-8")
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
        Installation made = new Installation(postgres, folder);
        made.requireFittingDump();
        return made;
    }

    /** Says so with the reason, before anything else fails. */
    private void requireFittingDump() throws Exception {
        int server =
                (int) count("select current_setting('server_version_num')::int / 10000", login("postgres", "postgres"));
        Process asked = new ProcessBuilder("pg_dump", "--version").start();
        String version = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (Integer.parseInt(version.replaceAll(".*\\) (\\d+).*", "$1")) < server) {
            close();
            throw new Failure(version + " is older than PostgreSQL " + server
                    + ": take a newer one, or run with such as -Dpostgres.version=15.18.0");
        }
    }

    /** A file in the folder where the administrator types. */
    Path typed(String file) {
        return folder.resolve("typed").resolve(file);
    }

    Path folder() {
        return folder;
    }

    String port() {
        return Integer.toString(postgres.getPort());
    }

    void follow(Guide page, Map<String, String> values) throws Exception {
        page.follow(folder.resolve("typed"), values);
    }

    /** What the administrator of PostgreSQL gives for the page of the roles. */
    Map<String, String> administrator() {
        Map<String, String> values = connection("postgres");
        values.putAll(Map.of("OWNER_PASSWORD", "owner word", "NODE_PASSWORD", "node word"));
        return values;
    }

    /** What the owner gives; of the variables named besides, {@code PGDATABASE} is known here. */
    Map<String, String> owner(String... besides) {
        Map<String, String> values = connection("crm_owner");
        values.put("PGPASSWORD", "owner word");
        for (String name : besides) {
            values.put(name, "crm");
        }
        return values;
    }

    private Map<String, String> connection(String user) {
        return new HashMap<>(Map.of("PGHOST", "127.0.0.1", "PGPORT", port(), "PGUSER", user));
    }

    Login login(String user, String database) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port() + "/" + database, user, "");
    }

    /** What the owner sees. */
    long count(String sql) throws SQLException {
        return count(sql, login("crm_owner", "crm"));
    }

    private static long count(String sql, Login login) throws SQLException {
        try (var connection = login.connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getLong(1);
        }
    }

    /** Runs the migration job of a release that has one migration more, which changes a table that all tools read. */
    void upgrade() throws IOException, InterruptedException {
        Files.writeString(typed("migrate/WEB-INF/classes/db/migration/V10__note.sql"), """
                alter table contact add column note text;
                create or replace view app.contact as select * from public.contact
                where organization_id = nullif(current_setting('crm.organization_id', true), '')::uuid with check option;
                """);
        ProcessBuilder job = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        "migrate/WEB-INF/classes:migrate/WEB-INF/lib/*:postgresql.jar",
                        "org.crmagent.start.Migrate")
                .directory(typed("").toFile());
        job.environment()
                .putAll(Map.of(
                        "CRM_DB_URL", login("crm_owner", "crm").url(),
                        "CRM_DB_USER", "crm_owner",
                        "CRM_DB_PASSWORD", "owner word"));
        Process running = job.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), said);
        assertTrue(said.endsWith("The database is at version 10.\n"), said);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
