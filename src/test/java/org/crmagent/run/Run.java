package org.crmagent.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The one command of a newcomer: database, server, demonstration data and a token, until Ctrl-C. */
public final class Run {
    /** A person reads the server's log. */
    private static final Map<String, String> READABLE = Map.of("CRM_LOG_FORMAT", "text");

    private final Steps steps = new Steps();

    private Run() {}

    /** Reads the system properties {@code crm.checkout} and {@code crm.port}; never returns. */
    public static void main(String[] args) throws Exception {
        Run run = new Run();
        Runtime.getRuntime().addShutdownHook(new Thread(run.steps::stop));
        try {
            run.go(Path.of(System.getProperty("crm.checkout")), port(System.getProperty("crm.port")));
        } catch (Failure e) {
            if (!run.steps.stopped()) {
                Steps.say("\n" + e.getMessage());
            }
        }
        System.exit(1);
    }

    private void go(Path checkout, int port) throws Exception {
        checkFree(port);
        DataFolder data = DataFolder.lock(checkout.resolve(".data"));
        DeveloperKey key = DeveloperKey.in(data.file("developer-key.json"));
        Login database = database(data, System.getenv());
        Map<String, String> settings = new HashMap<>(autoQualify(System.getenv()));
        settings.put("CRM_MCP_ENABLED", System.getenv().getOrDefault("CRM_MCP_ENABLED", "true"));
        Server server = steps.start(() -> Server.start(checkout, data.file("server"), port, database, key, settings));
        steps.step(
                "Starting " + ServerKind.asked().title() + " and migrating the database (log: " + server.log() + ")",
                () -> {
                    server.awaitReady();
                    return server;
                });
        steps.step("Loading the demonstration data into an empty database", () -> DemoData.load(database));
        Steps.say(new Welcome(
                        server.address(),
                        key.token(DeveloperKey.claims(Duration.ofDays(1)).build()),
                        DemoData.organizationName(database))
                .text());
        Steps.say("Ready after " + steps.sinceBegin() + ". Ctrl-C stops everything.");
        int code = server.awaitExit();
        if (!steps.stopped()) {
            throw new Failure("The server stopped by itself with code " + code + ": see " + server.log());
        }
    }

    /** An AI server of our own, unless another one is configured. */
    private Map<String, String> autoQualify(Map<String, String> environment) throws Exception {
        if (environment.containsKey("CRM_AUTO_QUALIFY_URL")) {
            return READABLE;
        }
        Map<String, String> settings = new HashMap<>(READABLE);
        settings.put("CRM_AUTO_QUALIFY_URL", steps.start(ReferenceAi::start).url());
        return settings;
    }

    private Login database(DataFolder data, Map<String, String> environment) throws Exception {
        String url = environment.get("CRM_DB_URL");
        if (url != null) {
            Login given = new Login(
                    url, environment.getOrDefault("CRM_DB_USER", ""), environment.getOrDefault("CRM_DB_PASSWORD", ""));
            given.check();
            return given;
        }
        Path folder = data.file("postgres");
        return steps.step(
                "Starting PostgreSQL on " + folder,
                () -> steps.start(() -> Postgres.start(folder, data.file("postgres.log")))
                        .owner());
    }

    private static int port(String given) {
        if (!given.matches("\\d{1,5}")) {
            throw new Failure("-Dport takes a port number, not " + given);
        }
        return Integer.parseInt(given);
    }

    private static void checkFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(
                    "Port " + port + " cannot be used (" + e.getMessage() + "): give another with -Dport=", e);
        }
    }
}
