package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.NpmProject;
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
    private static NpmProject clients;
    private static Server node;

    @BeforeAll
    static void install() throws Exception {
        clients = new NpmProject("clients");
        clients.install();
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
        Path results = clients.folder().resolve("results.md");
        Files.writeString(results, "| client | what | result |\n|---|---|---|\n");
        Path script = Surroundings.CHECKOUT.resolve("docs/how-to/function-calling.mjs");
        clients.test(Map.of(
                "CRM_URL", node.address().resolve("..").toString(),
                "CRM_TOKEN", Api.token(),
                "CRM_RESULTS", results.toString(),
                "CRM_FUNCTION_CALLING", script.toAbsolutePath().toString()));
        assertTrue(Files.readAllLines(results).size() > 30, () -> clients.read("results.md"));
    }
}
