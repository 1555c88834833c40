package org.crmagent.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.tool.ErrorCode;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    MetricsTest() {
        metrics.traffic = new Traffic();
        metrics.traffic.source = Ended.CLOCK;
        metrics.settings = new Settings() {
            @Override
            public Optional<String> text(Setting setting) {
                return Optional.of("1.0 \"x\\y\"");
            }
        };
    }

    private List<String> lines() {
        return metrics.text().lines().toList();
    }

    private void has(String line) {
        assertTrue(lines().contains(line), () -> line + " is missing in\n" + metrics.text());
    }

    @Test
    void countsCallsByToolOutcomeAndMode() {
        metrics.count(Ended.call("get_campaign", null, false, false, 7));
        metrics.count(Ended.call("get_campaign", null, false, false, 7));
        metrics.count(Ended.call("get_campaign", null, true, false, 7));
        metrics.count(Ended.call("get_campaign", null, false, true, 7));
        metrics.count(Ended.call("get_campaign", ErrorCode.NOT_FOUND, false, false, 7));
        metrics.count(Ended.call(null, ErrorCode.UNKNOWN_TOOL, false, false, 1));
        has("crm_tool_calls_total{tool=\"get_campaign\",outcome=\"success\",mode=\"run\"} 2");
        has("crm_tool_calls_total{tool=\"get_campaign\",outcome=\"success\",mode=\"dry_run\"} 1");
        has("crm_tool_calls_total{tool=\"get_campaign\",outcome=\"success\",mode=\"replay\"} 1");
        has("crm_tool_calls_total{tool=\"get_campaign\",outcome=\"not_found\",mode=\"run\"} 1");
        has("crm_tool_calls_total{tool=\"unknown\",outcome=\"unknown_tool\",mode=\"run\"} 1");
    }

    @Test
    void addsUpDurationsBelowEachBound() {
        for (long millis : new long[] {5, 6, 1000, 200_000}) {
            metrics.count(Ended.call("get_campaign", null, false, false, millis));
        }
        String bucket = "crm_tool_call_duration_seconds_bucket{tool=\"get_campaign\",outcome=\"success\",le=";
        has(bucket + "\"0.005\"} 1");
        has(bucket + "\"0.01\"} 2");
        has(bucket + "\"0.5\"} 2");
        has(bucket + "\"1\"} 3");
        has(bucket + "\"180\"} 3");
        has(bucket + "\"+Inf\"} 4");
        has("crm_tool_call_duration_seconds_sum{tool=\"get_campaign\",outcome=\"success\"} 201.011");
        has("crm_tool_call_duration_seconds_count{tool=\"get_campaign\",outcome=\"success\"} 4");
    }

    @Test
    void tellsOfTheNode() {
        has("crm_build_info{version=\"1.0 \\\"x\\\\y\\\"\"} 1");
        has("crm_accepting_calls 1");
        metrics.traffic.enter();
        has("crm_requests_in_flight 1");
        metrics.traffic.close();
        has("crm_accepting_calls 0");
        has("crm_audit_rows_missed_total 0");
        metrics.auditMissed();
        has("crm_audit_rows_missed_total 1");
        metrics.refused(ErrorCode.UNAUTHENTICATED);
        has("crm_requests_refused_total{code=\"unauthenticated\"} 1");
    }

    /** The grammar of the text format: each family once, help and type first, then its samples and no others. */
    @Test
    void keepsToTheFormat() {
        countsCallsByToolOutcomeAndMode();
        assertTrue(metrics.text().endsWith("\n"));
        Pattern comment = Pattern.compile("# (HELP [a-z_]+ .+|TYPE [a-z_]+ (counter|gauge|histogram))");
        Pattern sample = Pattern.compile(
                "[a-z_]+(\\{[a-z]+=\"([^\"\\\\]|\\\\.)*\"(,[a-z]+=\"([^\"\\\\]|\\\\.)*\")*})? [0-9]+(\\.[0-9]+)?");
        String family = "";
        for (String line : lines()) {
            assertTrue((line.startsWith("#") ? comment : sample).matcher(line).matches(), line);
            if (line.startsWith("# HELP ")) {
                family = line.split(" ", -1)[2];
            } else {
                assertTrue(line.replace("# TYPE ", "").startsWith(family), line);
            }
        }
        long families =
                lines().stream().filter(line -> line.startsWith("# HELP ")).count();
        assertEquals(
                families,
                lines().stream()
                        .filter(line -> line.startsWith("# HELP "))
                        .distinct()
                        .count());
    }
}
