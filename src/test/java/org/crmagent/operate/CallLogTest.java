package org.crmagent.operate;

import static org.crmagent.it.JsonText.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.text.Canonical;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallLogTest {

    @Test
    void tellsWhatHappenedInOneLine() {
        String line = CallLog.line(Ended.call("get_campaign", ErrorCode.NOT_FOUND, true, false, 12), "node 1");
        assertEquals(1, line.lines().count());
        assertEquals(json("""
                        {"time": "2026-03-01T12:00:00.500Z", "event": "tool_call", "requestId": "request \\"1\\"\\n",
                         "organizationId": "00000001-0000-4000-8000-000000000001", "toolName": "get_campaign",
                         "subject": "agent-7", "outcome": "not_found", "status": 404, "dryRun": true, "replayed": false,
                         "durationMs": 12, "traceId": "4bf92f3577b34da6a3ce929d0e0e4736", "spanId": "00f067aa0ba902b7",
                         "node": "node 1"}
                        """), json(line));
    }

    @Test
    void saysNothingOfWhatIsUnknown() {
        JsonObject line = json(CallLog.line(Ended.by("agent-7"), "n"));
        for (String member : new String[] {"organizationId", "toolName", "traceId", "spanId"}) {
            assertEquals(JsonObject.NULL, line.get(member), member);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "Ada Lovelace"})
    void hidesSubjectsThatMayNameAPerson(String subject) {
        assertEquals(
                "sha256:"
                        + Canonical.sha256("https://identity.example", subject).substring(0, 16),
                json(CallLog.line(Ended.by(subject), "n")).getString("subject"));
    }
}
