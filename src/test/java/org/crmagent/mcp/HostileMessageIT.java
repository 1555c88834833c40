package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.JsonText;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that nobody should send, and places they should not come from. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileMessageIT extends OverHttp {
    private static final String LIST = Mcp.message("tools/list", JsonText.quoted("{}"));

    private final Mcp mcp = new Mcp(api);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-32700 | ``",
                "-32700 | `{`",
                "-32700 | `{'jsonrpc':'2.0','id':1,'method':'ping','method':'tools/list'}`",
                "-32700 | `{'jsonrpc':'2.0','id':1e999,'method':'ping'}`",
                "-32600 | `[]`",
                "-32600 | `[{'jsonrpc':'2.0','id':1,'method':'ping'}]`",
                "-32600 | `null`",
                "-32600 | `{'jsonrpc':'2.0','id':null,'method':'ping'}`",
                "-32600 | `{'jsonrpc':'2.0','method':'tools/call','params':{'name':'list_campaigns'}}`",
                "-32600 | `{'jsonrpc':'2.0','id':1,'result':{}}`"
            })
    void refusesWhatIsNoMessage(int code, String body) {
        Answer answer = mcp.send(
                mcp.post().header("MCP-Protocol-Version", Mcp.OLDER), body == null ? "" : body.replace('\'', '"'));
        assertEquals(400, answer.status(), answer.body());
        assertEquals(code, Errors.code(answer), answer.body());
        assertFalse(answer.envelope().containsKey("id"), answer.body());
    }

    @Test
    void refusesDepthAndSize() {
        HttpRequest.Builder request = mcp.post().header("MCP-Protocol-Version", Mcp.OLDER);
        String deep = LIST.replace("{}", "{\"a\":".repeat(100) + "1" + "}".repeat(100));
        assertEquals(-32700, Errors.code(mcp.send(request.copy(), deep)));
        Answer large = mcp.send(request.copy(), LIST + " ".repeat(1 << 20));
        assertEquals(413, large.status());
        assertEquals(-32600, Errors.code(large));
    }

    @ParameterizedTest
    @CsvSource({"text/plain, application/json, 415", "application/json, text/html, 406", "'', */*, 415"})
    void refusesOtherMediaTypes(String contentType, String accept, int status) {
        HttpRequest.Builder request =
                api.request("../mcp").header("Accept", accept).header("MCP-Protocol-Version", Mcp.OLDER);
        Answer answer = mcp.send(contentType.isEmpty() ? request : request.header("Content-Type", contentType), LIST);
        assertEquals(status, answer.status(), answer.body());
        assertEquals(-32600, Errors.code(answer));
    }

    @ParameterizedTest
    @CsvSource({"tools/list, ''", "tools/call, list_campaigns", "x, y"})
    void refusesHeadersThatSayOtherwise(String method, String name) {
        HttpRequest.Builder request = mcp.post()
                .header("MCP-Protocol-Version", Mcp.LATEST)
                .header("Mcp-Method", method)
                .header("Mcp-Name", name);
        String body = Mcp.message(
                "tools/call",
                Mcp.naming("crm_resolve_workspace", JsonText.quoted("{}"))
                        .add("_meta", Mcp.meta())
                        .build());
        Answer answer = mcp.send(request, body);
        assertEquals(400, answer.status(), answer.body());
        assertEquals(-32020, Errors.code(answer));
        assertEquals("1", answer.envelope().get("id").toString());
    }

    @Test
    void refusesTwoVersions() {
        HttpRequest.Builder request =
                mcp.post().header("MCP-Protocol-Version", Mcp.LATEST).header("MCP-Protocol-Version", Mcp.OLDER);
        Answer answer = mcp.send(request, LIST);
        assertEquals(400, answer.status(), answer.body());
        assertTrue(Errors.code(answer) == -32020 || Errors.code(answer) == -32022, answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void takesOnlyPosts(String method) {
        Answer answer = api.send(mcp.post().method(method, BodyPublishers.noBody()));
        assertEquals(405, answer.status(), answer.body());
        assertEquals("POST", answer.header("Allow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../mcp/x", "../mcp/tools/list_campaigns", "mcp", "../mcp/capabilities"})
    void hasOnePath(String path) {
        HttpRequest.Builder request = Mcp.with(api.request(path)).header("MCP-Protocol-Version", Mcp.OLDER);
        assertEquals(404, mcp.send(request, LIST).status());
    }

    @Test
    void wantsATokenLikeTheOtherDoor() {
        HttpRequest.Builder anonymous = Mcp.with(api.anonymous("../mcp")).header("MCP-Protocol-Version", Mcp.OLDER);
        Answer answer = mcp.send(anonymous, LIST);
        assertEquals(401, answer.status());
        assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"));
        String expired = Api.token(claims -> claims.expirationTime(Date.from(Instant.EPOCH)));
        HttpRequest.Builder late = Mcp.with(api.anonymous("../mcp")).header("Authorization", "Bearer " + expired);
        assertEquals(401, mcp.send(late, LIST).status());
    }

    @Test
    void wantsTheRoleAndNotesWhoLacksIt() throws SQLException {
        String subject = "stranger-" + UUID.randomUUID();
        String token = Api.token(claims -> claims.subject(subject).claim("groups", List.of("user")));
        HttpRequest.Builder request = Mcp.with(api.anonymous("../mcp"))
                .header("Authorization", "Bearer " + token)
                .header("MCP-Protocol-Version", Mcp.LATEST)
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "list_campaigns");
        assertEquals(403, mcp.send(request, LIST).status());
        assertEquals(
                "list_campaigns mcp 403 super_admin_required",
                Database.value(
                        "select tool_name || ' ' || door || ' ' || http_status || ' ' || error_code from audit_log where subject = ?",
                        subject));
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example, 403", "null, 403", "http://localhost:1, 403", "SELF, 200"})
    void knowsTheSitesThatMayAsk(String origin, int status) {
        URI self = Surroundings.server().address();
        HttpRequest.Builder request = mcp.post()
                .header("MCP-Protocol-Version", Mcp.OLDER)
                .header("Origin", origin.equals("SELF") ? "http://" + self.getAuthority() : origin);
        Answer answer = mcp.send(request, LIST);
        assertEquals(status, answer.status(), answer.body());
        if (status == 403) {
            assertEquals(-32600, Errors.code(answer));
        }
    }

    @Test
    void refusesOtherSitesBeforeItAsksForAToken() {
        HttpRequest.Builder request = Mcp.with(api.anonymous("../mcp")).header("Origin", "https://evil.example");
        assertEquals(403, mcp.send(request, LIST).status());
    }

    @ParameterizedTest
    @CsvSource({"evil.example, 403", "127.0.0.1.evil.example, 403", "localhost, 200"})
    void knowsItsNames(String host, int status) throws IOException {
        URI address = Surroundings.server().address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String head = String.join(
                    "\r\n",
                    "POST /crm/mcp HTTP/1.1",
                    "Host: " + host,
                    "Connection: close",
                    "Authorization: Bearer " + Api.token(),
                    "Content-Type: application/json",
                    "MCP-Protocol-Version: " + Mcp.OLDER,
                    "Content-Length: " + LIST.length(),
                    "",
                    LIST);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 " + status, answer);
        }
    }

    @Test
    void readsNoMarkupOutOfNames() {
        Answer answer = mcp.askOlder(
                "tools/call",
                Mcp.naming(
                        "<script>alert(1)</script>\u0001",
                        Json.createObjectBuilder().build()));
        assertEquals(-32602, Errors.code(answer));
        assertFalse(Errors.message(answer).contains("<script>"), answer.body());
    }
}
