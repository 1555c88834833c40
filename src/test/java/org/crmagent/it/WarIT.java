package org.crmagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The WAR stays thin: no server API, no driver, nothing of the development run. */
class WarIT {
    private static final Path WAR = Surroundings.CHECKOUT.resolve("target/crm.war");

    @Test
    void isAtMostThreeMegabytes() throws IOException {
        long size = Files.size(WAR);
        assertTrue(size <= 3 * 1024 * 1024, "crm.war has " + size + " bytes");
    }

    @Test
    void holdsOnlyTheLibrariesItNeeds() throws IOException {
        Set<String> libraries = entries().stream()
                .filter(name -> name.matches("WEB-INF/lib/.+"))
                .map(name -> name.replaceAll("WEB-INF/lib/|-[0-9.]+\\.jar", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        // the driver module of CockroachDB comes with that of PostgreSQL
        assertEquals(
                Set.of(
                        "flyway-core",
                        "flyway-database-cockroachdb",
                        "flyway-database-postgresql",
                        "json-schema",
                        "libphonenumber",
                        "jspecify"),
                libraries);
    }

    @Test
    void holdsNoTestAndNoServerClass() throws IOException {
        Set<String> strangers = entries().stream()
                .filter(name -> name.endsWith(".class"))
                .filter(name -> !name.startsWith("WEB-INF/classes/org/crmagent/")
                        || name.matches(".*/(run|it|inside|probe|architecture|contract)/.*|.*(Test|IT)\\.class"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), strangers);
    }

    private static Set<String> entries() throws IOException {
        try (ZipFile war = new ZipFile(WAR.toFile())) {
            return war.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        }
    }
}
