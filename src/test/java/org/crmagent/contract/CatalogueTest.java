package org.crmagent.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmagent.catalogue.Catalogue;
import org.crmagent.catalogue.Entry;
import org.crmagent.tool.Tool;
import org.junit.jupiter.api.Test;

/** What is published is kept beside the code: a change of it shows in review, and a page tells it to people. */
class CatalogueTest {
    private static final boolean UPDATE = Boolean.getBoolean("contract.update");
    private static final int LARGEST = 200 * 1024;

    /** What the capabilities operation writes around the tools. */
    private static final int FRAME = 512;

    private static final Path SNAPSHOTS = Path.of("src/test/resources/contract");
    private static final Path PAGES = Path.of("docs/tools");
    private static final JsonWriterFactory PRETTY =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private final Catalogue catalogue = Tools.catalogue();

    @Test
    void keepsASnapshotOfEachTool() throws IOException {
        for (JsonObject tool : published()) {
            equalsFile(SNAPSHOTS.resolve(tool.getString("name") + ".json"), pretty(tool));
        }
        onlyKnown(SNAPSHOTS, ".json", Set.of());
    }

    @Test
    void keepsAPageOfEachTool() throws IOException {
        for (JsonObject tool : published()) {
            equalsFile(PAGES.resolve(tool.getString("name") + ".md"), Page.of(tool));
        }
        equalsFile(PAGES.resolve("README.md"), Page.index(published()));
        onlyKnown(PAGES, ".md", Set.of("README"));
    }

    @Test
    void hasATestOfEachTool() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Set<String> tests = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            for (Tool<?, ?> tool : Tools.found()) {
                String name = tool.getClass().getSimpleName();
                assertTrue(
                        tests.contains(name + "IT.java") || tests.contains(name + "Test.java"),
                        () -> name + " has no test of its name");
            }
        }
    }

    /** Each agent reads all of it before its first call. */
    @Test
    void staysWithinItsBound() {
        int size = published().stream()
                .mapToInt(tool -> tool.toString().getBytes(StandardCharsets.UTF_8).length + 1)
                .sum();
        assertTrue(size <= LARGEST - FRAME, () -> "the tools take " + size + " bytes of " + LARGEST);
    }

    @Test
    void finds() {
        assertFalse(published().isEmpty());
        assertEquals("crm_resolve_workspace", published().get(0).getString("name"));
    }

    private List<JsonObject> published() {
        return catalogue.entries().stream().map(Entry::published).toList();
    }

    private void onlyKnown(Path folder, String ending, Set<String> others) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> unknown = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .filter(name -> catalogue.find(name).isEmpty() && !others.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(Set.of(), unknown, "files of tools that are gone");
        }
    }

    private static void equalsFile(Path file, String expected) throws IOException {
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertTrue(Files.exists(file), () -> file + " lacks: run ./mvnw test -Dcontract.update=true");
        assertEquals(
                expected,
                Files.readString(file),
                () -> file + " differs from the catalogue: if that is meant, run ./mvnw test -Dcontract.update=true");
    }

    private static String pretty(JsonObject json) {
        StringWriter text = new StringWriter();
        try (jakarta.json.JsonWriter writer = PRETTY.createWriter(text)) {
            writer.writeObject(json);
        }
        return text.toString().strip() + "\n";
    }
}
