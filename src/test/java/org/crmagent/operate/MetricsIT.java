package org.crmagent.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

/** The figures at {@code /crm/operator/metrics}, alike on all servers. */
class MetricsIT extends OverHttp {
    private static final String PATH = "../operator/metrics";

    private String text() {
        Answer answer = api.send(api.request(PATH));
        assertEquals(200, answer.status(), answer.body());
        return answer.body();
    }

    private static long value(String text, String sample) {
        return text.lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToLong(line -> Long.parseLong(line.substring(sample.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void isTextOfPrometheus() {
        Answer answer = api.send(api.request(PATH));
        assertTrue(
                answer.header("Content-Type")
                        .replace(" ", "")
                        .equalsIgnoreCase("text/plain;version=0.0.4;charset=utf-8"),
                answer.header("Content-Type"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertTrue(answer.body().contains("\ncrm_accepting_calls 1\n"), answer.body());
        assertTrue(answer.body().endsWith("\n"));
    }

    @Test
    void countsAndTimesCallsByToolAndOutcome() {
        String ok = "crm_tool_calls_total{tool=\"crm_resolve_workspace\",outcome=\"success\",mode=\"run\"}";
        String refused =
                "crm_tool_calls_total{tool=\"crm_resolve_workspace\",outcome=\"validation_failed\",mode=\"run\"}";
        String timed = "crm_tool_call_duration_seconds_count{tool=\"crm_resolve_workspace\",outcome=\"success\"}";
        String before = text();
        assertEquals(
                200,
                api.tool("crm_resolve_workspace", "{\"input\": {\"query\": \"lumiere\"}}")
                        .status());
        assertEquals(400, api.tool("crm_resolve_workspace", "{\"input\": 1}").status());
        String after = text();
        assertEquals(1, value(after, ok) - value(before, ok));
        assertEquals(1, value(after, refused) - value(before, refused));
        assertEquals(1, value(after, timed) - value(before, timed));
    }

    @Test
    void takesNoNameThatACallerMadeUp() {
        String name = "made_up_" + UUID.randomUUID();
        String unknown = "crm_tool_calls_total{tool=\"unknown\",outcome=\"unknown_tool\",mode=\"run\"}";
        String before = text();
        api.tool(name, "{}");
        String after = text();
        assertEquals(1, value(after, unknown) - value(before, unknown));
        assertFalse(after.contains(name));
    }

    @Test
    void countsRequestsRefusedAtTheDoor() {
        String sample = "crm_requests_refused_total{code=\"unauthenticated\"}";
        long before = value(text(), sample);
        assertEquals(401, api.send(api.anonymous("capabilities")).status());
        assertTrue(value(text(), sample) > before);
    }
}
