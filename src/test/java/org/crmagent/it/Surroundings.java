package org.crmagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crmagent.run.DemoData;
import org.crmagent.run.DeveloperKey;
import org.crmagent.run.Login;
import org.crmagent.run.Postgres;
import org.crmagent.run.Server;
import org.jspecify.annotations.Nullable;

/** What all integration tests share: one PostgreSQL with the demonstration data, one key that signs tokens, one server. */
public final class Surroundings {
    public static final Path CHECKOUT = Path.of(System.getProperty("crm.checkout", ""));
    private static final Path FOLDER = CHECKOUT.resolve("target/it");
    private static final DeveloperKey KEY = DeveloperKey.make();

    private static @Nullable Postgres postgres;
    private static @Nullable Server server;

    private Surroundings() {}

    /** Starts on an empty database. */
    static void open() {
        delete(FOLDER);
        postgres = Postgres.start(FOLDER.resolve("postgres"), FOLDER.resolve("postgres.log"));
    }

    /** Where the archive is to be put that all servers run. */
    static Path war() {
        return FOLDER.resolve("crm.war");
    }

    /** Starts the server that all tests share, and loads the demonstration data. */
    static Server deploy() throws InterruptedException {
        server = node("server", owner(), Map.of("CRM_MCP_ENABLED", "true"));
        server.awaitReady();
        DemoData.load(owner());
        return server;
    }

    /**
     * Starts one more server with the same archive, for tests that need a second node, other settings or a server to
     * kill; to be closed by the test, which also waits until it is ready.
     *
     * @param name of the folder below {@code target/it} that holds its log
     * @param settings environment variables beside those of database, port and token
     */
    public static Server node(String name, Login database, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("CRM_WAR", war().toString());
        return Server.start(CHECKOUT, FOLDER.resolve(name), Server.freePort(), database, KEY, all);
    }

    /** The owner of the database, who is no superuser. */
    public static Login owner() {
        return running(postgres).owner();
    }

    /** One more database of the same owner, empty unless an earlier test used that name. */
    static Login database(String name) throws SQLException {
        return running(postgres).database(name);
    }

    /** Runs what an administrator would, each statement by itself. */
    public static void administer(List<String> statements) throws SQLException {
        running(postgres).administer(statements);
    }

    /** The key whose tokens the servers take. */
    public static DeveloperKey key() {
        return KEY;
    }

    /** The shared server. */
    public static Server server() {
        return running(server);
    }

    static void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private static <T> T running(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("Integration tests run through ./mvnw verify (or with -Dcrm.checkout=)");
        }
        return part;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
