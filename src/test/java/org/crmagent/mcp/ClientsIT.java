package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.DemoData;
import org.crmagent.run.Login;
import org.crmagent.run.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that nobody here wrote, from npm, call a server: {@code clients/}. Only with {@code -Pmcp}. */
@Tag("npm")
class ClientsIT extends OverHttp {
    private static final Path CHECKOUT = Path.of(System.getProperty("crm.checkout"));
    private static final Path FOLDER = CHECKOUT.resolve("target/clients");

    private static Server node;

    @BeforeAll
    static void install() throws Exception {
        copy(CHECKOUT.resolve("clients"));
        assertEquals(0, run("install.log", Map.of(), "npm", "ci"), () -> read("install.log"));
    }

    /** With demonstration data that no other test has changed. */
    @BeforeAll
    static void start() throws Exception {
        Login database = Database.another("clients");
        node = Surroundings.node("clients", database, Map.of("CRM_MCP_ENABLED", "true"));
        node.awaitReady();
        DemoData.load(database);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void understandTheServer() throws Exception {
        Path results = FOLDER.resolve("results.md");
        Files.writeString(results, "| client | what | result |\n|---|---|---|\n");
        Map<String, String> environment = Map.of(
                "CRM_URL", node.address().resolve("..").toString(),
                "CRM_TOKEN", Api.token(),
                "CRM_RESULTS", results.toString(),
                "CRM_FUNCTION_CALLING",
                        CHECKOUT.resolve("docs/how-to/function-calling.mjs").toString());
        int code = run("test.log", environment, engine(), "--test", "--test-concurrency=1", "test/*.test.mjs");
        assertEquals(0, code, () -> read("test.log"));
        assertTrue(Files.readAllLines(results).size() > 30, () -> read("results.md"));
    }

    /** That of the lock file, because some clients need a newer one than a system may have. */
    private static String engine() throws IOException {
        try (Stream<Path> modules = Files.list(FOLDER.resolve("node_modules"))) {
            return modules.filter(module -> module.getFileName().toString().startsWith("node-linux-"))
                    .map(module -> module.resolve("bin/node").toString())
                    .findFirst()
                    .orElse("node");
        }
    }

    private static int run(String log, Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve(log).toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw new AssertionError(String.join(" ", command) + " takes too long:\n" + read(log));
        }
        return process.exitValue();
    }

    private static void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(from.resolve("node_modules")))
                    .toList()) {
                Path to = FOLDER.resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String read(String log) {
        try {
            return Files.readString(FOLDER.resolve(log));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
