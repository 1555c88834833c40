package org.crmagent.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Demo;
import org.crmagent.it.JsonText;
import org.crmagent.it.OverHttp;
import org.crmagent.run.ServerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One bare line of JSON for each request that is no tool call, alike on all servers. */
class RequestLogIT extends OverHttp {
    private static final Set<String> MEMBERS =
            Set.of("time", "event", "method", "path", "status", "durationMs", "requestId", "traceId", "spanId", "node");

    private final String mark = "p-" + UUID.randomUUID();

    /** The mark of a test stands in the trace, because these requests name nothing else. */
    private final String trace = UUID.randomUUID().toString().replace("-", "");

    private Answer send(HttpRequest.Builder request) {
        return api.send(request.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
    }

    private JsonObject line() {
        List<String> lines = LogLines.awaited(trace);
        assertEquals(1, lines.size(), lines::toString);
        JsonObject line = JsonText.json(lines.get(0));
        assertEquals(MEMBERS, line.keySet());
        assertEquals("request", line.getString("event"));
        return line;
    }

    @Test
    void tellsOfTheCatalogueWithoutItsQuery() {
        Answer answer = send(api.request("capabilities?organizationId=" + Demo.ORGANIZATION + "&" + mark));
        assertEquals(200, answer.status(), answer.body());
        JsonObject line = line();
        assertEquals("GET", line.getString("method"));
        assertEquals("/crm/agent/capabilities", line.getString("path"));
        assertEquals(200, line.getInt("status"));
        assertTrue(line.getInt("durationMs") >= 0);
        assertEquals(List.of(), LogLines.holding(mark));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, agent/capabilities, 401",
        "POST, agent/tools/list_campaigns, 401",
        "GET, agent/, 401",
        "GET, operator/metrics, 401",
        "GET, nothing-here.html, 404",
        "GET, openapi.yaml, 200"
    })
    void tellsWhatCameWithoutAToken(String method, String path, int status) {
        Answer answer = send(api.anonymous("../" + path).method(method, BodyPublishers.noBody()));
        assertEquals(status, answer.status(), answer.body());
        JsonObject line = line();
        assertEquals(method, line.getString("method"));
        assertEquals("/crm/" + path, line.getString("path"));
        assertEquals(status, line.getInt("status"));
        if (status >= 400) {
            assertEquals(answer.envelope().getJsonObject("meta").getString("requestId"), line.getString("requestId"));
        }
    }

    /** They are read by nothing, as the query is. */
    @Test
    void tellsNoParametersOfThePath() {
        assertEquals(200, send(api.request("capabilities;tel=" + mark + ";a=b")).status());
        assertEquals("/crm/agent/capabilities", line().getString("path"));
        assertEquals(List.of(), LogLines.holding(mark));
    }

    @ParameterizedTest
    @ValueSource(strings = {"capabilities?organizationId=x", "../operator/audit?limit=0", "../operator/audit?limit=1"})
    void namesTheAnswer(String path) {
        Answer answer = send(api.request(path));
        assertEquals(answer.envelope().getJsonObject("meta").getString("requestId"), line().getString("requestId"));
    }

    /** What a server says to a condition that is not met, or to a method that it does not know, may become another status. */
    @Test
    void tellsTheStatusThatWasSent() {
        Answer answer = send(api.anonymous("../openapi.yaml").header("If-Match", "\"" + mark + "\""));
        assertEquals(answer.status(), line().getInt("status"));
    }

    /** WildFly's filter leads such a path to the error page and forgets it. */
    @Test
    void tellsOfAHiddenFile() {
        assertEquals(404, send(api.anonymous("../WEB-INF/web.xml")).status());
        assertEquals(
                ServerKind.asked() == ServerKind.WILDFLY ? "/crm/error" : "/crm/WEB-INF/web.xml",
                line().getString("path"));
        assertEquals(404, line().getInt("status"));
    }

    /** Some servers refuse it before any code of ours. */
    @Test
    void tellsOfATokenThatIsNone() {
        Answer answer = send(api.anonymous("capabilities").header("Authorization", "Bearer x.y.z"));
        assertEquals(401, answer.status(), answer.body());
        assertEquals("/crm/agent/capabilities", line().getString("path"));
        assertEquals(401, line().getInt("status"));
    }

    @Test
    void tellsOfAMethodThatAPathDoesNotTake() {
        assertEquals(
                405,
                send(api.request("capabilities").method("PATCH", BodyPublishers.noBody()))
                        .status());
        assertEquals(405, line().getInt("status"));
    }

    @Test
    void leavesToolCallsToTheirOwnLine() {
        Answer answer = send(api.request("tools/crm_resolve_workspace")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"input\": {\"query\": \"lumiere\"}}")));
        assertEquals(200, answer.status(), answer.body());
        assertEquals("tool_call", JsonText.json(LogLines.awaited(trace).get(0)).getString("event"));
        assertEquals(1, LogLines.holding(trace).size());
    }

    @Test
    void leavesRefusedToolCallsToTheirOwnLine() {
        Answer answer = send(api.anonymous("tools/list_campaigns")
                .header("Authorization", "Bearer " + Api.tokenWithoutRole())
                .POST(BodyPublishers.ofString("{}")));
        assertEquals(403, answer.status(), answer.body());
        assertEquals("tool_call", JsonText.json(LogLines.awaited(trace).get(0)).getString("event"));
        assertEquals(1, LogLines.holding(trace).size());
    }

    @Test
    void cutsWhatIsTooLong() {
        send(api.request("x".repeat(500)));
        assertEquals(201, line().getString("path").length());
        assertEquals(JsonValue.ValueType.STRING, line().get("requestId").getValueType());
    }
}
