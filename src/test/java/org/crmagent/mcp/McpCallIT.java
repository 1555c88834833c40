package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.crmagent.it.JsonText;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tool calls over the protocol. */
class McpCallIT extends OverHttp {
    private final Mcp mcp = new Mcp(api);

    @Test
    void runsATool() {
        JsonObject result = mcp.call("crm_resolve_workspace", JsonText.quoted("{'query': 'lumiere energie'}"));
        Mcp.complete(result);
        assertFalse(result.getBoolean("isError"));
        JsonObject content = result.getJsonObject("structuredContent");
        assertEquals(content, text(result));
        assertEquals(Demo.ORGANIZATION.toString(), content.getJsonObject("data").getString("resolvedOrganizationId"));
        assertEquals("success", content.getString("status"));
        JsonObject next = content.getJsonArray("nextActions").getJsonObject(0);
        JsonObject following = mcp.call(
                next.getString("toolName"),
                Json.createObjectBuilder(next.getJsonObject("suggestedInput"))
                        .add("organizationId", next.getString("organizationId"))
                        .build());
        assertFalse(following.getBoolean("isError"), following::toString);
    }

    @Test
    void tellsTheAgentItsMistakesInAResult() {
        JsonObject result = mcp.call(
                "list_campaigns",
                JsonText.quoted("{'organizationId': '%s', 'statuses': ['activ'], 'input': {}, 'requestId': ''}"
                        .formatted(Demo.ORGANIZATION)));
        assertTrue(result.getBoolean("isError"));
        Mcp.complete(result);
        JsonObject content = result.getJsonObject("structuredContent");
        assertEquals(content, text(result));
        assertEquals("error", content.getString("status"));
        JsonObject error = content.getJsonObject("data");
        assertEquals("validation_failed", error.getString("code"));
        assertEquals(
                "/requestId", error.getJsonArray("violations").getJsonObject(0).getString("pointer"));

        JsonObject second = mcp.call(
                        "list_campaigns",
                        JsonText.quoted("{'organizationId': '%s', 'statuses': ['activ'], 'input': {}}"
                                .formatted(Demo.ORGANIZATION)))
                .getJsonObject("structuredContent");
        assertTrue(second.getString("summary").startsWith("/"), second::toString);
        assertEquals(
                Set.of("/statuses/0", "/input"),
                Set.copyOf(second.getJsonObject("data")
                        .getJsonArray("violations")
                        .getValuesAs(violation -> violation.asJsonObject().getString("pointer"))));
    }

    @ParameterizedTest
    @CsvSource({
        "list_campaigns, , validation_failed",
        "list_campaigns, 00000000-0000-4000-8000-000000000000, organization_not_found",
        "list_campaigns, 00000003-0000-4000-8000-000000000003, module_disabled",
        "crm_resolve_workspace, 00000000-0000-4000-8000-000000000000, ''"
    })
    void walksTheSameGates(String tool, String organization, String code) {
        JsonObject arguments = organization == null
                ? JsonValue.EMPTY_JSON_OBJECT
                : JsonText.quoted("{'organizationId': '%s'}".formatted(organization));
        JsonObject result = mcp.call(tool, arguments);
        assertEquals(!code.isEmpty(), result.getBoolean("isError"));
        assertEquals(
                code,
                result.getJsonObject("structuredContent").getJsonObject("data").getString("code", ""));
    }

    @Test
    void answersUnknownToolsAsAnErrorOfTheProtocol() {
        Answer answer = mcp.ask("tools/call", Mcp.naming("list_campaign", JsonValue.EMPTY_JSON_OBJECT));
        assertEquals(200, answer.status());
        assertEquals(-32602, Errors.code(answer));
        assertTrue(Errors.message(answer).contains("list_campaigns"), answer.body());
    }

    @Test
    void keepsARequestIdOnceThroughEitherDoor() throws SQLException {
        String requestId = UUID.randomUUID().toString();
        JsonObject own = JsonText.quoted("{'name': 'Porte %s'}".formatted(requestId));
        JsonObject arguments = Json.createObjectBuilder(own)
                .add("organizationId", Demo.OTHER_ORGANIZATION.toString())
                .add("requestId", requestId)
                .add("reason", "through the other door")
                .build();
        Answer first = mcp.ask("tools/call", Mcp.naming("create_outbound_campaign", arguments));
        JsonObject made = Mcp.result(first).getJsonObject("structuredContent");
        assertEquals("success", made.getString("status"), made::toString);
        Answer again = mcp.askOlder("tools/call", Mcp.naming("create_outbound_campaign", arguments));
        assertEquals(made, Mcp.result(again).getJsonObject("structuredContent"));
        assertEquals("true", again.header("Idempotent-Replayed"));
        Answer byHttp = api.tool(
                "create_outbound_campaign",
                Json.createObjectBuilder()
                        .add("organizationId", Demo.OTHER_ORGANIZATION.toString())
                        .add("requestId", requestId)
                        .add("input", own)
                        .build());
        assertEquals(made.getJsonObject("data"), byHttp.output());
        assertEquals("true", byHttp.header("Idempotent-Replayed"));
        assertEquals(
                "http mcp mcp",
                Database.value(
                        "select string_agg(door, ' ' order by door) from audit_log where request_id = ?", requestId));
        assertEquals(
                "through the other door",
                Database.value("select max(reason) from audit_log where request_id = ? and door = 'mcp'", requestId));
    }

    private static JsonObject text(JsonObject result) {
        JsonObject content = result.getJsonArray("content").getJsonObject(0);
        assertEquals("text", content.getString("type"));
        try (var reader = Json.createReader(new java.io.StringReader(content.getString("text")))) {
            return reader.readObject();
        }
    }
}
