package org.crmagent.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/configuration.md} lists every setting once, as the code has it, and none that nothing reads. */
class ConfigurationTableTest {
    private static final Path PAGE = Path.of("docs/reference/configuration.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z.-]+)` \\| `([A-Z_]+)` \\| (.+?) \\| (.+?) \\| (.+?) \\|$", Pattern.MULTILINE);
    private static final Pattern VARIABLE_ROW =
            Pattern.compile("^\\| `(CRM_[A-Z_]+|JAVA_[A-Z]+)` \\| .+? \\| .+? \\|$", Pattern.MULTILINE);

    private record Row(String variable, String byDefault, String takes) {}

    @Test
    void listsEverySettingOnce() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(PAGE)).results().toList();
        assertEquals(
                Arrays.stream(Setting.values()).map(Setting::key).toList(),
                rows.stream().map(row -> row.group(1)).toList());
    }

    @Test
    void saysOfEachWhatTheCodeDoes() throws IOException {
        Map<String, Row> told = ROW.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> new Row(row.group(2), row.group(3), row.group(4)),
                        (first, second) -> first,
                        TreeMap::new));
        Map<String, Row> done = Arrays.stream(Setting.values())
                .collect(Collectors.toMap(
                        Setting::key,
                        setting -> new Row(setting.environmentVariable(), byDefault(setting), setting.takes()),
                        (first, second) -> first,
                        TreeMap::new));
        assertEquals(done, told);
    }

    /** A default that the page tells in words is none of a constant. */
    private static String byDefault(Setting setting) {
        return switch (setting) {
            case NODE -> "the host's name";
            case VERSION -> "the release";
            default -> setting.byDefault() == null ? "none" : '`' + setting.byDefault() + '`';
        };
    }

    /** What the archive itself configures are defaults of settings, and switches of servers. */
    @Test
    void archiveConfiguresNothingElse() throws IOException {
        Properties archive = new Properties();
        try (InputStream file =
                Objects.requireNonNull(Setting.class.getResourceAsStream("/META-INF/microprofile-config.properties"))) {
            archive.load(file);
        }
        assertEquals("true", archive.remove("mp.openapi.scan.disable"));
        archive.keySet().removeIf(key -> key.toString().startsWith("smallrye.jwt.jwks."));
        assertFalse(Objects.requireNonNull(archive.remove(Setting.VERSION.key()))
                .toString()
                .isBlank());
        for (Setting setting : Setting.values()) {
            Object configured = archive.remove(setting.key());
            assertTrue(configured == null || configured.equals(setting.byDefault()), setting.key());
        }
        assertEquals(Set.of(), archive.keySet());
    }

    /** The variables that the scripts and files of the shipped servers read, beside those of settings. */
    @Test
    void listsEveryVariableOfTheServers() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.find(Path.of("docker"), 2, (file, attributes) -> isOfServers(file))) {
            for (Path file : files.toList()) {
                Pattern.compile("\\bCRM_[A-Z_]+|\\bJAVA_OPTS|\\bJAVA_HOME")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> read.add(found.group()));
            }
        }
        Arrays.stream(Setting.values()).map(Setting::environmentVariable).forEach(read::remove);
        Set<String> told = VARIABLE_ROW
                .matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(read, told);
    }

    private static boolean isOfServers(Path file) {
        return file.toString().matches("docker/(common.sh|(payara|wildfly|liberty)/.+)");
    }
}
