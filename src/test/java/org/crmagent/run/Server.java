package org.crmagent.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server with the WAR as a child process, started by the script that also starts the container image. */
public final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MANAGEMENT_PORT = "CRM_MANAGEMENT_PORT";

    private final ServerKind kind;
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private Server(ServerKind kind, Process process, Path log, int port, int managementPort) {
        this.kind = kind;
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Starts the server on 127.0.0.1 and returns at once.
     *
     * @param checkout the folder that holds {@code docker/} and {@code target/}
     * @param folder where the server's configuration and log go
     * @param settings environment variables beside those of database, port and token
     */
    public static Server start(
            Path checkout, Path folder, int port, Login database, DeveloperKey key, Map<String, String> settings) {
        ServerKind kind = ServerKind.asked();
        Path log = folder.resolve("server.log");
        int managementPort = Integer.parseInt(settings.getOrDefault(MANAGEMENT_PORT, Integer.toString(freePort())));
        ProcessBuilder builder = new ProcessBuilder(
                "sh", checkout.resolve("docker/" + kind.folder() + "/entry.sh").toString());
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("CRM_HOME", checkout.resolve("target").toString()),
                        Map.entry("CRM_CONFIG", folder.resolve(kind.folder()).toString()),
                        Map.entry("CRM_HTTP_ADDRESS", "127.0.0.1"),
                        Map.entry("CRM_HTTP_PORT", Integer.toString(port)),
                        Map.entry(MANAGEMENT_PORT, Integer.toString(managementPort)),
                        Map.entry("CRM_DB_URL", database.url()),
                        Map.entry("CRM_DB_USER", database.user()),
                        Map.entry("CRM_DB_PASSWORD", database.password()),
                        Map.entry("JAVA_HOME", System.getProperty("java.home")),
                        // halves the CPU of a start; not for production throughput
                        Map.entry("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m"),
                        // Ctrl-C, and the end of a test, wait for nobody
                        Map.entry("CRM_STOP_NOTICE_MILLIS", "0"),
                        Map.entry("CRM_STOP_WAIT_MILLIS", "0"),
                        Map.entry("MP_JWT_VERIFY_PUBLICKEY", key.publicKey()),
                        Map.entry("MP_JWT_VERIFY_ISSUER", DeveloperKey.ISSUER),
                        Map.entry("MP_JWT_VERIFY_AUDIENCES", DeveloperKey.AUDIENCE)));
        builder.environment().putAll(settings);
        // an empty setting takes away one that is made by default
        settings.keySet().stream().filter(name -> settings.get(name).isEmpty()).forEach(builder.environment()::remove);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            Files.createDirectories(folder);
            return new Server(kind, builder.start(), log, port, managementPort);
        } catch (IOException e) {
            throw new Failure(kind.title() + " did not start: " + e.getMessage(), e);
        }
    }

    /** Waits until the WAR answers; refuses with one sentence when the server stops, stalls or did not deploy it. */
    public void awaitReady() throws InterruptedException {
        awaitReady(PATIENCE);
    }

    /** The same, at most so long. */
    public void awaitReady(Duration most) throws InterruptedException {
        Instant deadline = Instant.now().plus(most);
        ServerLog text = new ServerLog(kind, log);
        while (!text.started()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new Failure("The server stopped while starting (" + text.cause() + "): see " + log);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new Failure("The server did not start in " + most.toSeconds() + " seconds: see " + log);
            }
        }
        if (!text.deployed()) {
            throw new Failure("The server did not deploy crm.war (" + text.cause() + "): see " + log);
        }
    }

    /** Waits for the end of the process, at most so long; false: it goes on. */
    public boolean awaitExit(Duration most) throws InterruptedException {
        return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the end of the process. */
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /** The file with all that the server says. */
    public Path log() {
        return log;
    }

    /** The address below which the two operations lie. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/crm/agent/");
    }

    /** Where it tells that it is well: WildFly does so on the port for its management. */
    public URI health() {
        return URI.create("http://127.0.0.1:" + (kind == ServerKind.WILDFLY ? managementPort : port) + "/health");
    }

    /** The virtual machine's process, which may be a child of the script's. */
    public long pid() {
        return machine().pid();
    }

    /** Tells it to end, as an operator does. */
    public void terminate() {
        process.destroy();
    }

    /** Ends the process without letting it finish anything. */
    public void kill() {
        machine().destroyForcibly();
        process.destroyForcibly().onExit().join();
    }

    private ProcessHandle machine() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElse(process.toHandle());
    }

    /** A port that nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        } catch (ExecutionException | TimeoutException e) {
            kill();
        }
    }
}
