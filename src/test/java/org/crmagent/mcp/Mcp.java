package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;

/** Speaks the protocol to one server, in the newest revision unless said otherwise. */
record Mcp(Api api) {
    static final String LATEST = "2026-07-28";
    static final String OLDER = "2025-11-25";

    /** A request with valid headers and the members that each request has. */
    Answer ask(String method, JsonObjectBuilder params) {
        HttpRequest.Builder request =
                post().header("MCP-Protocol-Version", LATEST).header("Mcp-Method", method);
        JsonObject asked = params.add("_meta", meta()).build();
        if (asked.containsKey("name")) {
            request.header("Mcp-Name", asked.getString("name"));
        }
        return send(request, message(method, asked));
    }

    /** A request as it is made after a handshake. */
    Answer askOlder(String method, JsonObjectBuilder params) {
        return send(post().header("MCP-Protocol-Version", OLDER), message(method, params.build()));
    }

    /** The result of a tool that is there. */
    JsonObject call(String tool, JsonObject arguments) {
        return result(ask("tools/call", naming(tool, arguments)));
    }

    /** The result of a request that is valid. */
    static JsonObject result(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        JsonObject response = answer.envelope();
        assertEquals("2.0", response.getString("jsonrpc"));
        assertEquals("1", response.get("id").toString());
        assertTrue(response.containsKey("result"), answer.body());
        return response.getJsonObject("result");
    }

    static JsonObjectBuilder naming(String tool, JsonObject arguments) {
        return Json.createObjectBuilder().add("name", tool).add("arguments", arguments);
    }

    static JsonObjectBuilder meta() {
        return Json.createObjectBuilder()
                .add("io.modelcontextprotocol/protocolVersion", LATEST)
                .add("io.modelcontextprotocol/clientCapabilities", Json.createObjectBuilder());
    }

    static String message(String method, JsonObject params) {
        return Json.createObjectBuilder()
                .add("jsonrpc", "2.0")
                .add("id", 1)
                .add("method", method)
                .add("params", params)
                .build()
                .toString();
    }

    /** A request that lacks headers of the protocol and a body. */
    HttpRequest.Builder post() {
        return with(api.request("../mcp"));
    }

    static HttpRequest.Builder with(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    Answer send(HttpRequest.Builder request, String body) {
        return api.send(request.POST(BodyPublishers.ofString(body)));
    }

    /** A result says that it is whole, and whose it is. */
    static void complete(JsonObject result) {
        assertEquals("complete", result.getString("resultType"));
        JsonObject server = result.getJsonObject("_meta").getJsonObject("io.modelcontextprotocol/serverInfo");
        assertEquals(Set.of("name", "title", "version"), server.keySet());
    }
}
