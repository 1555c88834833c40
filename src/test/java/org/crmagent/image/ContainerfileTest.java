package org.crmagent.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ContainerfileTest {
    static final List<String> SERVERS = Shipped.SERVERS;

    /** What needs no network and no shell at build time, so that the image holds only what the build was given. */
    private static final Set<String> USED =
            Set.of("FROM", "COPY", "RUN", "ENV", "USER", "WORKDIR", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT");

    @ParameterizedTest
    @FieldSource("SERVERS")
    void standsOnTheJavaThatTheCodeIsCompiledFor(String server) {
        String pom = Shipped.text(Path.of("pom.xml"));
        String release = pom.replaceAll("(?s).*<maven.compiler.release>(\\d+)<.*", "$1");
        List<String> bases = Containerfile.of(server).all("FROM");
        String base = bases.get(bases.size() - 1);
        assertTrue(base.matches("eclipse-temurin:" + release + "-jre-[a-z]+"), base);
        assertEquals(List.of(base + " AS files", base), bases);
    }

    @ParameterizedTest
    @FieldSource("SERVERS")
    void runsAsNobodyInParticular(String server) {
        Containerfile file = Containerfile.of(server);
        assertTrue(file.one("USER").matches("[1-9]\\d{4}:[1-9]\\d{4}"), file.one("USER"));
        assertTrue(file.one("ENV").contains(" CRM_CONFIG=/tmp/"), file.one("ENV"));
        assertTrue(file.one("ENV").startsWith("CRM_HOME=/opt/crm "), file.one("ENV"));
        assertEquals("[\"sh\", \"/opt/crm/docker/" + server + "/entry.sh\"]", file.one("ENTRYPOINT"));
    }

    @ParameterizedTest
    @FieldSource("SERVERS")
    void asksForHealthWhereTheServerTellsIt(String server) {
        Containerfile file = Containerfile.of(server);
        String port = Integer.toString(Shipped.healthPort(server));
        assertTrue(
                file.one("HEALTHCHECK").contains("\"http://127.0.0.1:" + port + "/health/ready\""),
                file.one("HEALTHCHECK"));
        assertTrue(Arrays.asList(file.one("EXPOSE").split(" ", -1)).contains(port), file.one("EXPOSE"));
    }

    @ParameterizedTest
    @FieldSource("SERVERS")
    void takesFilesOfTheBuildAndOfTheCheckout(String server) {
        List<String> context = Shipped.text(Path.of(".dockerignore")).lines().toList();
        Containerfile file = Containerfile.of(server);
        assertEquals(
                List.of("--from=files /opt/crm /opt/crm"),
                file.all("COPY").stream().filter(Containerfile::betweenStages).toList());
        for (String copied : file.copied()) {
            String[] words = copied.split(" ", -1);
            for (String source : Arrays.asList(words).subList(0, words.length - 1)) {
                assertTrue(
                        source.startsWith("docker/") ? Files.exists(Path.of(source)) : context.contains("!" + source),
                        source);
            }
        }
        assertTrue(context.contains("!docker"), "docker/ stays outside");
        Set<String> used = Set.copyOf(file.instructions().stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList());
        assertTrue(USED.containsAll(used), used.toString());
        assertTrue(file.all("RUN").stream().allMatch(line -> line.startsWith("[\"sh\", \"/opt/crm/docker/")));
    }
}
