package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.crmagent.catalogue.Entry;
import org.crmagent.contract.Tools;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the protocol's clients ask; {@link McpCallIT} has their tool calls, {@link McpOlderIT} the older revisions. */
class McpIT extends OverHttp {
    private static final String VERSIONS = "[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\"]";

    private final Mcp mcp = new Mcp(api);

    @Test
    void tellsWhatItIs() {
        Answer answer = mcp.ask("server/discover", Json.createObjectBuilder());
        JsonObject found = Mcp.result(answer);
        assertEquals(VERSIONS, found.getJsonArray("supportedVersions").toString());
        assertEquals("{\"tools\":{}}", found.getJsonObject("capabilities").toString());
        assertTrue(found.getString("instructions").contains("crm_resolve_workspace"));
        Mcp.complete(found);
        cacheable(found);
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertTrue(answer.header("Content-Type").startsWith("application/json"));
        assertEquals("", answer.header("Mcp-Session-Id"));
    }

    @Test
    void listsTheCatalogue() {
        JsonObject list = Mcp.result(mcp.ask("tools/list", Json.createObjectBuilder()));
        Mcp.complete(list);
        cacheable(list);
        assertFalse(list.containsKey("nextCursor"));
        List<JsonObject> tools = list.getJsonArray("tools").getValuesAs(JsonObject.class);
        for (Entry<?, ?> entry : Tools.catalogue().entries()) {
            assertTrue(tools.contains(ToolList.tool(entry)), entry.name());
        }
        List<String> names = tools.stream().map(tool -> tool.getString("name")).toList();
        List<String> published =
                api.capabilities("").data().getJsonArray("tools").getValuesAs(JsonObject.class).stream()
                        .map(tool -> tool.getString("name"))
                        .toList();
        assertEquals(published, names);
    }

    @Test
    void refusesACursorThatItNeverIssued() {
        Answer answer = mcp.ask("tools/list", Json.createObjectBuilder().add("cursor", "x"));
        assertEquals(-32602, Errors.code(answer));
        assertEquals(
                200,
                mcp.ask("tools/list", Json.createObjectBuilder().addNull("cursor"))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ping", "initialize", "resources/list", "subscriptions/listen", "logging/setLevel", "TOOLS/LIST"
            })
    void knowsNoOtherMethod(String method) {
        Answer answer = mcp.ask(method, Json.createObjectBuilder());
        assertEquals(404, answer.status());
        assertEquals(-32601, Errors.code(answer));
        assertEquals("1", answer.envelope().get("id").toString());
    }

    private static void cacheable(JsonObject result) {
        assertEquals("private", result.getString("cacheScope"));
        assertTrue(result.getInt("ttlMs") > 0);
    }
}
