package org.crmagent.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.tool.ErrorCode;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/operations.md} tells of the figures and lines that a node writes, and of no others. */
class OperationsPageTest {
    private static final Pattern FAMILY =
            Pattern.compile("^\\| `(crm_\\w+)` \\| (\\w+) \\| ([^|]*?) ?\\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("^# TYPE (\\w+) (\\w+)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("[{,](\\w+)=");

    private final String page = Files.readString(Path.of("docs/reference/operations.md"));

    OperationsPageTest() throws IOException {}

    @Test
    void tellsOfEveryFamilyWithItsLabels() {
        String text = figures();
        Map<String, String> told = FAMILY.matcher(page)
                .results()
                .collect(each(row -> row.group(2) + " " + row.group(3).replaceAll("[`,]", "")));
        Map<String, String> done =
                TYPE.matcher(text).results().collect(each(type -> type.group(2) + " " + labels(text, type.group(1))));
        assertEquals(done, told);
    }

    private static Collector<MatchResult, ?, Map<String, String>> each(Function<MatchResult, String> value) {
        return Collectors.toMap(found -> found.group(1), value, (first, second) -> first, TreeMap::new);
    }

    /** Of its first sample; a bucket's bound is no label of the family. */
    private static String labels(String text, String family) {
        return text.lines()
                .filter(line -> line.startsWith(family))
                .findFirst()
                .map(line -> LABEL.matcher(line)
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !label.equals("le"))
                        .collect(Collectors.joining(" ")))
                .orElseThrow(() -> new AssertionError("No sample of " + family));
    }

    /** At least one sample of each. */
    private static String figures() {
        Metrics metrics = new Metrics();
        metrics.traffic = new Traffic();
        metrics.traffic.source = Ended.CLOCK;
        metrics.settings = new Settings() {
            @Override
            public Optional<String> text(Setting setting) {
                return Optional.of("1.0.0");
            }
        };
        metrics.count(Ended.call("get_campaign", null, false, false, 7));
        metrics.refused(ErrorCode.UNAUTHENTICATED);
        return metrics.text();
    }

    @Test
    void showsTheLinesWithTheirMembers() {
        String call = CallLog.line(Ended.call("get_campaign", null, false, false, 12), "crm-1");
        assertEquals(members(call), members(shown("tool_call")));
        String request = RequestLog.line(
                new RequestLog.Ended(Instant.EPOCH, "GET", "/crm/", 200, Duration.ofMillis(1), null, null), "crm-1");
        assertEquals(members(request), members(shown("request")));
    }

    private String shown(String event) {
        return page.lines()
                .filter(line -> line.startsWith("{\"time\"") && line.contains("\"event\":\"" + event + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> members(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return List.copyOf(reader.readObject().keySet());
        }
    }
}
