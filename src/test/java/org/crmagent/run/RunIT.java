package org.crmagent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's command, as a process of its own in a checkout of its own whose path has a space. */
@Timeout(120)
class RunIT {
    private static final Pattern CALL = Pattern.compile("^curl .+?(?=\\n\\n)", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern DRAFTING = Pattern.compile("^curl [^`]*autoQualify[^`]*", Pattern.MULTILINE);
    private static final Pattern ADDRESS = Pattern.compile("http://[^/]+");
    private static final Pattern CONSOLE = Pattern.compile("(?<=Console  )\\S+");
    private static final Pattern TOKEN = Pattern.compile("(?<=Bearer )[^\"' ]+");

    @TempDir
    Path temporary;

    private Path checkout = Path.of("");
    private Process run;

    @BeforeEach
    void makeCheckout() throws IOException {
        checkout = Files.createDirectory(temporary.resolve("a checkout"));
        Path real = Path.of(System.getProperty("crm.checkout"));
        for (String part : List.of("docker", "target")) {
            Files.createSymbolicLink(checkout.resolve(part), real.resolve(part));
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        run.destroy();
        run.waitFor();
    }

    @Test
    void answersThePrintedCallsAndLeavesNoProcess() throws Exception {
        start(Server.freePort(), Map.of());
        String printed = readUntil("Ctrl-C stops everything");
        List<ProcessHandle> children = run.descendants().toList();
        List<String> calls =
                CALL.matcher(printed).results().map(MatchResult::group).toList();
        assertEquals(2, calls.size(), printed);
        for (String call : calls) {
            String answer = shell(call);
            assertTrue(answer.startsWith("{\"success\":true"), call + "\n" + answer);
        }
        String drafted = shell(drafting(calls.get(0)));
        assertTrue(drafted.contains(" was drafted."), drafted);
        assertTrue(shell("curl -s " + first(CONSOLE, printed)).contains("<title>CRM console</title>"), printed);
        assertConnects(
                printed.lines().filter(line -> line.startsWith("{")).findFirst().orElse(printed));
        run.destroy();
        assertEquals(128 + 15, run.waitFor());
        assertFalse(children.isEmpty());
        assertEquals(List.of(), children.stream().filter(ProcessHandle::isAlive).toList());
        assertFalse(Files.exists(checkout.resolve(".data/postgres/postmaster.pid")));
    }

    /** The README's call that has a qualification drafted, at the address and with the token of a printed call. */
    private static String drafting(String printed) throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("crm.checkout"), "README.md"));
        return first(DRAFTING, readme)
                .replace("http://127.0.0.1:8080", first(ADDRESS, printed))
                .replace("$TOKEN", first(TOKEN, printed));
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow().group();
    }

    /** The configuration that an agent program takes. */
    private static void assertConnects(String configuration) throws Exception {
        JsonObject server;
        try (var reader = Json.createReader(new StringReader(configuration))) {
            server = reader.readObject().getJsonObject("mcpServers").getJsonObject("crm");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.getString("url")))
                .header("Authorization", server.getJsonObject("headers").getString("Authorization"))
                .header("Content-Type", "application/json")
                .header("MCP-Protocol-Version", "2025-11-25")
                .POST(BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        assertTrue(answer.contains("\"crm_resolve_workspace\""), answer);
    }

    @Test
    void refusesATakenPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            start(taken.getLocalPort(), Map.of());
            assertRefused("Port " + taken.getLocalPort() + " cannot be used");
        }
    }

    @Test
    void refusesAnUnreachableDatabase() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + Server.freePort() + "/crm";
        start(Server.freePort(), Map.of("CRM_DB_URL", url));
        assertRefused("The database " + url + " cannot be used");
    }

    @Test
    void refusesALockedDataFolder() throws Exception {
        DataFolder.lock(checkout.resolve(".data"));
        start(Server.freePort(), Map.of());
        assertRefused("Another run uses the data folder");
    }

    private void start(int port, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcrm.checkout=" + checkout,
                "-Dcrm.port=" + port,
                "-cp",
                System.getProperty("java.class.path"),
                Run.class.getName());
        builder.environment().putAll(environment);
        run = builder.redirectErrorStream(true).start();
    }

    private void assertRefused(String sentence) throws Exception {
        String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(printed.startsWith(sentence), printed);
        assertEquals(1, printed.lines().count(), printed);
        assertEquals(1, run.waitFor());
    }

    private String readUntil(String end) throws IOException {
        StringBuilder printed = new StringBuilder();
        var reader = run.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        while (line != null) {
            printed.append(line).append('\n');
            if (line.contains(end)) {
                return printed.toString();
            }
            line = reader.readLine();
        }
        throw new AssertionError("The run ended early: " + printed);
    }

    private static String shell(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), command);
        return output;
    }
}
