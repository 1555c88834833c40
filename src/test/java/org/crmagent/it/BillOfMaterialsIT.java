package org.crmagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The bill of materials names exactly what the WAR holds, under licences that a company may ship. */
class BillOfMaterialsIT {
    private static final Path WAR = Surroundings.CHECKOUT.resolve("target/crm.war");
    private static final Path BILL = Surroundings.CHECKOUT.resolve("target/crm.cdx.json");

    /** Another licence needs somebody to read it, then a line here. */
    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT");

    private static final Pattern NOTICE = Pattern.compile("^\\| `([^`]+)` \\| (\\S+) \\|", Pattern.MULTILINE);

    private final List<JsonObject> components = components();

    @Test
    void namesEveryLibraryByItsChecksum() throws Exception {
        Map<String, String> named = new TreeMap<>();
        for (JsonObject component : components) {
            named.put(component.getString("name") + "-" + component.getString("version") + ".jar", sha256(component));
        }
        Map<String, String> held = new TreeMap<>();
        try (ZipFile war = new ZipFile(WAR.toFile())) {
            for (ZipEntry entry : war.stream().toList()) {
                if (entry.getName().startsWith("WEB-INF/lib/") && !entry.isDirectory()) {
                    byte[] bytes = war.getInputStream(entry).readAllBytes();
                    held.put(
                            entry.getName().replace("WEB-INF/lib/", ""),
                            HexFormat.of()
                                    .formatHex(
                                            MessageDigest.getInstance("SHA-256").digest(bytes)));
                }
            }
        }
        assertTrue(held.size() > 3, held.toString());
        assertEquals(held, named);
    }

    @Test
    void licencesAreAllowed() {
        for (JsonObject component : components) {
            List<String> licences = licences(component);
            assertTrue(
                    !licences.isEmpty() && ALLOWED.containsAll(licences),
                    component.getString("name") + " is under " + licences + ", allowed are " + ALLOWED);
        }
    }

    @Test
    void noticeInTheWarTellsTheSame() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        components.forEach(component ->
                expected.put(component.getString("name"), licences(component).get(0)));
        Map<String, String> told = new TreeMap<>();
        try (ZipFile war = new ZipFile(WAR.toFile())) {
            assertNotNull(war.getEntry("META-INF/LICENSE"));
            ZipEntry notice = war.getEntry("META-INF/THIRD-PARTY.md");
            NOTICE.matcher(new String(war.getInputStream(notice).readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .forEach(line -> told.put(line.group(1), line.group(2)));
        }
        assertEquals(expected, told);
    }

    private static List<JsonObject> components() {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(BILL))) {
            return reader.readObject().getJsonArray("components").getValuesAs(JsonObject.class);
        } catch (IOException e) {
            throw new AssertionError("The build with gates makes " + BILL, e);
        }
    }

    private static String sha256(JsonObject component) {
        return component.getJsonArray("hashes").getValuesAs(JsonObject.class).stream()
                .filter(hash -> hash.getString("alg").equals("SHA-256"))
                .findFirst()
                .orElseThrow()
                .getString("content");
    }

    /** SPDX ids, or names where the library gives no more. */
    private static List<String> licences(JsonObject component) {
        List<String> licences = new ArrayList<>();
        if (component.containsKey("licenses")) {
            for (JsonObject choice : component.getJsonArray("licenses").getValuesAs(JsonObject.class)) {
                JsonObject licence = choice.getJsonObject("license");
                licences.add(
                        licence == null
                                ? choice.getString("expression")
                                : licence.getString("id", licence.getString("name", "")));
            }
        }
        return licences;
    }
}
