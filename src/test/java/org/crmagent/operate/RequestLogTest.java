package org.crmagent.operate;

import static org.crmagent.it.JsonText.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.crmagent.tool.Trace;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.5Z");

    @Test
    void isOneLineOfJson() {
        String line = RequestLog.line(
                new RequestLog.Ended(
                        AT,
                        "GET",
                        "/crm/agent/\"\n",
                        404,
                        Duration.ofMillis(3),
                        "r-1",
                        Trace.of(List.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), List.of())),
                "node 1");
        assertFalse(line.contains("\n"));
        assertEquals(json("""
                        {"time": "2026-03-01T12:00:00.500Z", "event": "request", "method": "GET", "path": "/crm/agent/\\"\\n",
                         "status": 404, "durationMs": 3, "requestId": "r-1", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                         "spanId": "00f067aa0ba902b7", "node": "node 1"}
                        """), json(line));
    }

    @Test
    void saysNothingOfWhatIsUnknown() {
        String line = RequestLog.line(new RequestLog.Ended(AT, "GET", "/", 401, null, null, null), "n");
        assertEquals(json("""
                        {"time": "2026-03-01T12:00:00.500Z", "event": "request", "method": "GET", "path": "/", "status": 401,
                         "durationMs": null, "requestId": null, "traceId": null, "spanId": null, "node": "n"}
                        """), json(line));
    }
}
