package org.crmagent.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.tool.ErrorCode;

/** Figures of this node since it started. Labels are names of the catalogue and error codes, so their number is bounded. */
@ApplicationScoped
public class Metrics {
    /** Media type of the text. */
    public static final String CONTENT_TYPE = Exposition.CONTENT_TYPE;

    private static final String CALLS = "crm_tool_calls_total";
    private static final String DURATION = "crm_tool_call_duration_seconds";
    private static final String REFUSED = "crm_requests_refused_total";

    @Inject
    Settings settings;

    @Inject
    Traffic traffic;

    private record Counted(String tool, String outcome, String mode) {}

    private record Timed(String tool, String outcome) {}

    private final Map<Counted, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<Timed, Histogram> durations = new ConcurrentHashMap<>();
    private final Map<ErrorCode, LongAdder> refused = new ConcurrentHashMap<>();
    private final LongAdder auditsMissed = new LongAdder();

    /** A tool call has ended. */
    public void count(EndedCall call) {
        String tool = call.toolName() == null ? "unknown" : call.toolName();
        calls.computeIfAbsent(new Counted(tool, call.outcome(), call.mode()), key -> new LongAdder())
                .increment();
        durations
                .computeIfAbsent(new Timed(tool, call.outcome()), key -> new Histogram())
                .add(call.duration());
    }

    /** A request was refused that was no tool call yet, or none at all. */
    public void refused(ErrorCode code) {
        refused.computeIfAbsent(code, key -> new LongAdder()).increment();
    }

    /** An audit row went to the log, because the database could not take it. */
    public void auditMissed() {
        auditsMissed.increment();
    }

    /** All figures, as text of {@link #CONTENT_TYPE}. */
    public String text() {
        Exposition text = new Exposition();
        text.family("crm_build_info", "gauge", "1, with the release.")
                .sample(
                        "crm_build_info",
                        1,
                        "version",
                        settings.text(Setting.VERSION).orElse(""));
        text.family("crm_accepting_calls", "gauge", "1 while tool calls are accepted, 0 once the node stops.")
                .sample("crm_accepting_calls", traffic.isOpen() ? 1 : 0);
        text.family("crm_requests_in_flight", "gauge", "Requests under way, this one included.")
                .sample("crm_requests_in_flight", traffic.inFlight());
        text.family("crm_audit_rows_missed_total", "counter", "Audit rows written to the log instead of the database.")
                .sample("crm_audit_rows_missed_total", auditsMissed.sum());
        text.family(REFUSED, "counter", "Requests refused before they were a tool call, by error code.");
        new TreeMap<>(refused).forEach((code, count) -> text.sample(REFUSED, count.sum(), "code", code.code()));
        text.family(CALLS, "counter", "Tool calls, by tool, outcome (success or the error code) and mode.");
        calls.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().toString()))
                .forEach(each -> text.sample(
                        CALLS,
                        each.getValue().sum(),
                        "tool",
                        each.getKey().tool(),
                        "outcome",
                        each.getKey().outcome(),
                        "mode",
                        each.getKey().mode()));
        text.family(DURATION, "histogram", "How long tool calls took, by tool and outcome.");
        durations.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().toString()))
                .forEach(each -> histogram(text, each.getKey(), each.getValue()));
        return text.toString();
    }

    private static void histogram(Exposition text, Timed timed, Histogram histogram) {
        long[] cumulative = histogram.cumulative();
        for (int i = 0; i < cumulative.length; i++) {
            String bound = i < Histogram.BOUNDS.length ? Exposition.number(Histogram.BOUNDS[i]) : "+Inf";
            text.sample(
                    DURATION + "_bucket", cumulative[i], "tool", timed.tool(), "outcome", timed.outcome(), "le", bound);
        }
        text.sample(DURATION + "_sum", histogram.seconds(), "tool", timed.tool(), "outcome", timed.outcome());
        text.sample(
                DURATION + "_count",
                cumulative[cumulative.length - 1],
                "tool",
                timed.tool(),
                "outcome",
                timed.outcome());
    }
}
