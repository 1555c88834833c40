package org.crmagent.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What browsers are given. */
final class ConsoleFiles {
    static final Path ROOT = Path.of(System.getProperty("crm.checkout", "")).resolve("src/main/webapp");
    static final Path LIBRARY = ROOT.resolve("console/lib/standalone.module.js");

    private ConsoleFiles() {}

    /** All of them, the library included. */
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(ROOT.resolve("WEB-INF")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our own. */
    static List<Path> ours() {
        return all().stream().filter(file -> !file.equals(LIBRARY)).toList();
    }
}
