package org.crmagent.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.crmagent.run.Failure;
import org.crmagent.run.Server;

/** A server as its project publishes it, unpacked and running, of which nobody has thought for this product yet. */
final class ExistingServer implements AutoCloseable {
    private static final int MINUTES = 2;

    private final Path folder;
    private final List<String> stop;

    /** Of a server that does not go into the background. */
    private final Optional<Process> process;

    /** What the guide asks an administrator for, as far as it is the server's. */
    final Map<String, String> values;

    private ExistingServer(Path folder, List<String> stop, Optional<Process> process, Map<String, String> values) {
        this.folder = folder;
        this.stop = stop;
        this.process = process;
        this.values = values;
    }

    /** A new domain, on ports of its own. */
    static ExistingServer payara(Path home, Path folder) throws Exception {
        // half of it is below the ports that the system hands out, of which one of the many after it may be taken
        int base = Server.freePort() / 2;
        String asadmin = home.resolve("bin/asadmin").toString();
        List<String> domain = List.of("--domaindir", folder.resolve("domains").toString());
        run(
                folder,
                join(List.of(asadmin, "create-domain", "--nopassword", "--portbase", "" + base), domain, "existing"));
        run(folder, join(List.of(asadmin, "start-domain"), domain, "existing"));
        return new ExistingServer(
                folder,
                join(List.of(asadmin, "stop-domain"), domain, "existing"),
                Optional.empty(),
                Map.of("ASADMIN", asadmin + " --port " + (base + 48), "ADDRESS", "http://127.0.0.1:" + (base + 80)));
    }

    /** The standalone server, on ports of its own. */
    static ExistingServer wildfly(Path home, Path folder) throws Exception {
        int offset = Server.freePort() - 20_000;
        Path base = folder.resolve("standalone");
        run(folder, List.of("cp", "-R", home.resolve("standalone").toString(), base.toString()));
        Process process = process(
                folder,
                List.of(
                        home.resolve("bin/standalone.sh").toString(),
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.socket.binding.port-offset=" + offset));
        String cli = home.resolve("bin/jboss-cli.sh") + " --connect --controller=127.0.0.1:" + (9990 + offset);
        awaitRunning(process, folder);
        return new ExistingServer(
                folder,
                List.of("sh", "-c", cli + " --command=shutdown"),
                Optional.of(process),
                Map.of(
                        "CLI", cli,
                        "ADDRESS", "http://127.0.0.1:" + (8080 + offset),
                        "HEALTH", "http://127.0.0.1:" + (9990 + offset) + "/health"));
    }

    private static void awaitRunning(Process process, Path folder) throws Exception {
        for (int i = 0; i < 60 && !process.waitFor(1, TimeUnit.SECONDS); i++) {
            if (Files.readString(folder.resolve("server.log")).contains("WFLYSRV0025")) {
                return;
            }
        }
        end(process);
        throw new Failure("The server did not start: see " + folder);
    }

    /** A new server, on ports of its own. */
    static ExistingServer liberty(Path home, Path folder) throws Exception {
        int port = Server.freePort();
        String server = home.resolve("bin/server").toString();
        run(folder, List.of(server, "create", "company", "--template=webProfile10"));
        Path files = folder.resolve("usr/servers/company");
        Path xml = files.resolve("server.xml");
        Files.writeString(
                xml,
                Files.readString(xml)
                        .replace("httpPort=\"9080\"", "httpPort=\"" + port + "\"")
                        .replace("httpsPort=\"9443\"", "httpsPort=\"-1\""));
        run(folder, List.of(server, "start", "company"));
        return new ExistingServer(
                folder,
                List.of(server, "stop", "company"),
                Optional.empty(),
                Map.of("SERVER", files.toString(), "ADDRESS", "http://127.0.0.1:" + port));
    }

    private static List<String> join(List<String> command, List<String> options, String name) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(options);
        whole.add(name);
        return whole;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = process(folder, command);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new Failure(command + " failed: " + Files.readString(folder.resolve("server.log")));
        }
    }

    private static Process process(Path folder, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "WLP_USER_DIR",
                        folder.resolve("usr").toString()));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    @Override
    public void close() throws IOException {
        try {
            run(folder, stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.ifPresent(ExistingServer::end);
        }
    }

    /** With the virtual machine that its script has started. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
