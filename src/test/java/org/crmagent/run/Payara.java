package org.crmagent.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Payara Micro with the WAR as a child process, started by the script that also starts the container image. */
public final class Payara implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path log;
    private final int port;

    private Payara(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts the server on 127.0.0.1 and returns at once.
     *
     * @param checkout the folder that holds {@code docker/} and {@code target/}
     * @param folder where the server's configuration and log go
     * @param settings environment variables beside those of database, port and token
     */
    public static Payara start(
            Path checkout, Path folder, int port, Login database, DeveloperKey key, Map<String, String> settings) {
        Path log = folder.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(
                "sh", checkout.resolve("docker/payara/entry.sh").toString());
        builder.environment()
                .putAll(Map.ofEntries(
                        Map.entry("CRM_HOME", checkout.resolve("target").toString()),
                        Map.entry("CRM_CONFIG", folder.resolve("payara").toString()),
                        Map.entry("CRM_HTTP_ADDRESS", "127.0.0.1"),
                        Map.entry("CRM_HTTP_PORT", Integer.toString(port)),
                        Map.entry("CRM_DB_URL", database.url()),
                        Map.entry("CRM_DB_USER", database.user()),
                        Map.entry("CRM_DB_PASSWORD", database.password()),
                        Map.entry("JAVA_HOME", System.getProperty("java.home")),
                        // halves the CPU of a start; not for production throughput
                        Map.entry("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m"),
                        Map.entry("MP_JWT_VERIFY_PUBLICKEY", key.publicKey()),
                        Map.entry("MP_JWT_VERIFY_ISSUER", DeveloperKey.ISSUER),
                        Map.entry("MP_JWT_VERIFY_AUDIENCES", DeveloperKey.AUDIENCE)));
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            Files.createDirectories(folder);
            return new Payara(builder.start(), log, port);
        } catch (IOException e) {
            throw new Failure("Payara Micro did not start: " + e.getMessage(), e);
        }
    }

    /** Waits until the WAR answers; refuses with one sentence when the server stops, stalls or did not deploy it. */
    public void awaitReady() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        ServerLog text = new ServerLog(log);
        while (!text.started()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new Failure("The server stopped while starting (" + text.cause() + "): see " + log);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new Failure("The server did not start in " + PATIENCE.toSeconds() + " seconds: see " + log);
            }
        }
        if (!text.deployed()) {
            throw new Failure("The server did not deploy crm.war (" + text.cause() + "): see " + log);
        }
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

    /** The server's process. */
    public long pid() {
        return process.pid();
    }

    /** Ends the process without letting it finish anything. */
    public void kill() {
        process.destroyForcibly().onExit().join();
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
