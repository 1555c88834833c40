package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import org.crmagent.it.Answer;
import org.crmagent.it.JsonText;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of older revisions of the protocol ask. */
class McpOlderIT extends OverHttp {
    private final Mcp mcp = new Mcp(api);

    @Test
    void shakesHandsWithOlderClients() {
        JsonObject begun = Mcp.result(mcp.send(mcp.post(), initialize(Mcp.OLDER)));
        assertEquals(Mcp.OLDER, begun.getString("protocolVersion"));
        assertEquals("crm-agent-api", begun.getJsonObject("serverInfo").getString("name"));
        assertEquals("{\"tools\":{}}", begun.getJsonObject("capabilities").toString());
        Answer noted = mcp.send(
                mcp.post().header("MCP-Protocol-Version", Mcp.OLDER),
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertEquals(202, noted.status());
        assertEquals("", noted.body());
        assertEquals(JsonValue.EMPTY_JSON_OBJECT, Mcp.result(mcp.askOlder("ping", Json.createObjectBuilder())));
        JsonObject list = Mcp.result(mcp.askOlder("tools/list", Json.createObjectBuilder()));
        assertEquals(Set.of("tools"), list.keySet());
        JsonObject result = Mcp.result(mcp.askOlder(
                "tools/call", Mcp.naming("crm_resolve_workspace", JsonText.quoted("{'query': 'lumiere energie'}"))));
        assertEquals(Set.of("content", "structuredContent", "isError"), result.keySet());
    }

    @ParameterizedTest
    @CsvSource({"2025-06-18, 2025-06-18", "2025-03-26, 2025-11-25", "2026-07-28, 2025-11-25", "x, 2025-11-25"})
    void agreesOnAVersion(String wanted, String agreed) {
        assertEquals(
                agreed, Mcp.result(mcp.send(mcp.post(), initialize(wanted))).getString("protocolVersion"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server/discover", "resources/list", "tasks/list"})
    void knowsNoOtherMethodOfOlderRevisions(String method) {
        Answer answer = mcp.askOlder(method, Json.createObjectBuilder());
        assertEquals(200, answer.status());
        assertEquals(-32601, Errors.code(answer));
    }

    private static String initialize(String version) {
        return Mcp.message(
                "initialize",
                JsonText.quoted(("{'protocolVersion': '%s', 'capabilities': {},"
                                + " 'clientInfo': {'name': 'test', 'version': '1'}}")
                        .formatted(version)));
    }
}
