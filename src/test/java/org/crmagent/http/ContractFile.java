package org.crmagent.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The contract file as it lies on the class path. */
final class ContractFile {
    private ContractFile() {}

    static String text() {
        try (InputStream file = Objects.requireNonNull(
                ContractFile.class.getResourceAsStream("/META-INF/openapi.yaml"), "META-INF/openapi.yaml is missing")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values that the schema of this name lists. */
    static List<String> enumeration(String schema) {
        return text().lines()
                .dropWhile(line -> !line.equals("    " + schema + ":"))
                .dropWhile(line -> !line.equals("      enum:"))
                .skip(1)
                .takeWhile(line -> line.startsWith("        - "))
                .map(line -> line.substring(10))
                .toList();
    }
}
