package org.crmagent.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Server;
import org.junit.jupiter.api.Test;

/** The console's files as every server gives them to browsers. */
class ConsoleIT extends OverHttp {
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    private static String type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "none");
    }

    @Test
    void isThePageOfTheApplication() throws IOException {
        Answer answer = api.send(api.anonymous("../"));
        assertEquals(200, answer.status(), answer.body());
        assertEquals(Files.readString(ConsoleFiles.ROOT.resolve("index.html")), answer.body());
        assertGuarded(answer, "index.html");
    }

    @Test
    void servesEveryFileAsItLies() throws IOException {
        for (Path file : ConsoleFiles.all()) {
            String name = ConsoleFiles.ROOT.relativize(file).toString();
            Answer answer = api.send(api.anonymous("../" + name));
            assertEquals(200, answer.status(), name);
            assertEquals(Files.readString(file), answer.body(), name);
            assertGuarded(answer, name);
        }
    }

    private static void assertGuarded(Answer answer, String name) {
        assertEquals(type(name), answer.header("Content-Type").replaceAll(";.*", ""), name);
        assertEquals("nosniff", answer.header("X-Content-Type-Options"), name);
        assertEquals("DENY", answer.header("X-Frame-Options"), name);
        assertEquals("no-referrer", answer.header("Referrer-Policy"), name);
        assertEquals("no-cache", answer.header("Cache-Control"), name);
        assertEquals(1, answer.headers().allValues("Content-Security-Policy").size(), name);
        Set<String> policy = new TreeSet<>(
                Arrays.asList(answer.header("Content-Security-Policy").split("; ")));
        assertTrue(
                policy.containsAll(Set.of(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "connect-src 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "require-trusted-types-for 'script'")),
                policy.toString());
        assertTrue(policy.stream().noneMatch(part -> part.contains("unsafe") || part.contains("*")), policy.toString());
    }

    /** Programs get what they got before. */
    @Test
    void guardsNoDoorForPrograms() {
        assertEquals("", api.capabilities("").header("Content-Security-Policy"));
        assertEquals("", api.send(api.request("../operator/metrics")).header("Content-Security-Policy"));
    }

    @Test
    void isNotThereWhereItIsOff() throws InterruptedException {
        try (Server node =
                Surroundings.node("no-console", Surroundings.owner(), Map.of("CRM_CONSOLE_ENABLED", "false"))) {
            node.awaitReady();
            Api off = new Api(node);
            for (String path :
                    Set.of("../", "../index.html", "../console/app.js", "../console/lib/standalone.module.js")) {
                Answer answer = off.send(off.anonymous(path));
                assertEquals(404, answer.status(), path);
                assertEquals("not_found", answer.code(), path);
            }
            assertEquals(200, off.capabilities("").status());
            assertEquals(200, off.send(off.request("../operator/audit")).status());
            assertEquals(200, off.send(off.anonymous("../openapi.yaml")).status());
        }
    }
}
