package org.crmagent.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that are shipped for containers, and what others say about the same things. */
final class Shipped {
    static final Path DOCKER = Path.of("docker");
    static final List<String> SERVERS = files(DOCKER)
            .filter(folder -> Files.exists(folder.resolve("entry.sh")))
            .map(folder -> folder.getFileName().toString())
            .toList();

    private static final String LONGEST_TRANSACTION = "(?s).*transaction-service.timeout-in-seconds=(\\d+).*";

    /** With the time for breaking off the calls that are left. */
    private static final int STOP_OF_A_SERVER = 15_000;

    private static final Pattern VARIABLE = Pattern.compile("`((?:CRM|MP|JAVA)_[A-Z0-9_]+)`");

    private Shipped() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment variables that the reference of the configuration tells of. */
    static Set<String> documentedVariables() {
        return VARIABLE.matcher(text(Path.of("docs/reference/configuration.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** Whoever ends a container waits for the longest transaction, and for the server, before it kills; all in milliseconds. */
    static void endsAfterTheLongestCall(int notice, int wait, int grace) {
        String seconds = text(DOCKER.resolve("payara/configure.sh")).replaceAll(LONGEST_TRANSACTION, "$1");
        assertTrue(wait >= 1000 * Integer.parseInt(seconds), "calls are waited for " + wait + " ms");
        assertTrue(grace >= notice + wait + STOP_OF_A_SERVER, "everything may take " + grace + " ms");
    }

    /** The port on which a server answers questions of health. */
    static int healthPort(String server) {
        return defaultOf(server, server.equals("wildfly") ? "CRM_MANAGEMENT_PORT" : "CRM_HTTP_PORT");
    }

    /** What a server's own scripts take for a variable that is not given. */
    private static int defaultOf(String server, String variable) {
        Pattern given = Pattern.compile(variable + "(?::-|\" defaultValue=\")(\\d+)");
        return files(DOCKER.resolve(server))
                .flatMap(file -> given.matcher(text(file)).results())
                .map(MatchResult::group)
                .map(found -> Integer.valueOf(found.replaceAll(".*\\D", "")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(server + " has no default of " + variable));
    }
}
