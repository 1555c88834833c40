package org.crmagent.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Demo;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

/** One bare line of JSON for each tool call on the server's standard output, without a word of what was sent. */
class CallLogIT extends OverHttp {
    private static final String SECRET = "Zoé-Secrète-0612345678";

    private final String requestId = "log-" + UUID.randomUUID();

    private String body(JsonObjectBuilder input) {
        return Json.createObjectBuilder()
                .add("organizationId", Demo.ORGANIZATION.toString())
                .add("requestId", requestId)
                .add("reason", SECRET)
                .add("input", input)
                .build()
                .toString();
    }

    @Test
    void tellsWhoDidWhatWithWhichOutcome() {
        Answer answer = api.send(api.request("tools/list_outbound_contacts")
                .header("Content-Type", "application/json")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .POST(BodyPublishers.ofString(body(Json.createObjectBuilder().add("search", SECRET)))));
        assertEquals(200, answer.status(), answer.body());
        JsonObject line = LogLines.call(requestId);
        assertEquals(
                Set.of(
                        "time",
                        "event",
                        "requestId",
                        "organizationId",
                        "toolName",
                        "subject",
                        "outcome",
                        "status",
                        "dryRun",
                        "replayed",
                        "durationMs",
                        "traceId",
                        "spanId",
                        "node"),
                line.keySet());
        Map.of(
                        "requestId", requestId,
                        "organizationId", Demo.ORGANIZATION.toString(),
                        "toolName", "list_outbound_contacts",
                        "subject", "developer",
                        "outcome", "success",
                        "traceId", "4bf92f3577b34da6a3ce929d0e0e4736",
                        "spanId", "00f067aa0ba902b7")
                .forEach((member, value) -> assertEquals(value, line.getString(member), member));
        assertEquals(200, line.getInt("status"));
        assertFalse(line.getBoolean("dryRun"));
        assertTrue(line.getInt("durationMs") >= 0);
        assertEquals(List.of(), LogLines.holding(SECRET));
    }

    @Test
    void tellsOfRefusalsWithoutTheirInput() {
        assertEquals(
                "validation_failed",
                api.tool(
                                "list_outbound_contacts",
                                body(Json.createObjectBuilder().add(SECRET, SECRET)))
                        .code());
        assertEquals("validation_failed", LogLines.call(requestId).getString("outcome"));
        assertEquals(400, LogLines.call(requestId).getInt("status"));
        assertEquals(List.of(), LogLines.holding(SECRET));
    }

    @Test
    void takesNoNameThatACallerMadeUp() {
        String name = "made_up_" + UUID.randomUUID().toString().replace('-', '_');
        Answer answer = api.tool(name, "{}");
        String made = answer.envelope().getJsonObject("meta").getString("requestId");
        assertEquals(JsonValue.NULL, LogLines.call(made).get("toolName"));
        assertEquals("unknown_tool", LogLines.call(made).getString("outcome"));
    }

    @Test
    void tellsOfCallersWithoutTheRoleAndHidesAddresses() {
        String token =
                Api.token(claims -> claims.claim("groups", List.of("user")).subject("zoe@example.org"));
        Answer answer = api.send(api.anonymous("tools/list_campaigns")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertEquals(403, answer.status());
        JsonObject line = LogLines.call(answer.envelope().getJsonObject("meta").getString("requestId"));
        assertEquals("super_admin_required", line.getString("outcome"));
        assertEquals("list_campaigns", line.getString("toolName"));
        assertTrue(line.getString("subject").matches("sha256:[0-9a-f]{16}"), line.getString("subject"));
        assertEquals(List.of(), LogLines.holding("zoe@example.org"));
    }

    /** A line break in what a caller chooses begins no line of its own. */
    @Test
    void keepsToOneLine() {
        String id = requestId + "\n{\"event\":\"tool_call\"}";
        api.tool(
                "crm_resolve_workspace",
                Json.createObjectBuilder()
                        .add("requestId", id)
                        .add("input", Json.createObjectBuilder())
                        .build());
        assertEquals(1, LogLines.holding(requestId).size());
        assertEquals(id, LogLines.call(requestId).getString("requestId"));
    }
}
