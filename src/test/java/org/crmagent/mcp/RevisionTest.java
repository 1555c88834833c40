package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {
    private static final String MODERN = "2026-07-28";
    private static final String CALL = "tools/call";

    @Test
    void takesARequestWhoseHeadersSayWhatItSays() {
        assertEquals(Revision.MODERN, of(call("t", MODERN, "{}"), stated(MODERN, CALL, "t")));
        assertEquals(Revision.MODERN, of(plain("tools/list", MODERN), stated(MODERN, "tools/list", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2025-06-18"})
    void takesOlderVersionsByTheirHeader(String version) {
        assertEquals(Revision.LEGACY, of(legacy("tools/list"), stated(version, null, null)));
        assertEquals(Revision.LEGACY, of(legacy("initialize"), stated(version, null, null)));
    }

    @Test
    void takesInitializeWithoutAnyHeader() {
        assertEquals(Revision.LEGACY, of(legacy("initialize"), stated(null, null, null)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // version, method and name of the headers; version of the body
                "-, tools/call, t, 2026-07-28",
                "2026-07-28, -, t, 2026-07-28",
                "2026-07-28, tools/call, -, 2026-07-28",
                "2026-07-28, tools/list, t, 2026-07-28",
                "2026-07-28, TOOLS/CALL, t, 2026-07-28",
                "2026-07-28, tools/call, T, 2026-07-28",
                "2026-07-28, tools/call, other, 2026-07-28",
                "2025-11-25, tools/call, t, 2026-07-28",
                "2026-07-28, tools/call, t, 2025-11-25",
                "1900-01-01, tools/call, t, 2026-07-28"
            })
    void refusesHeadersThatSayOtherwise(String version, String method, String name, String own) {
        refused(-32020, call("t", own, "{}"), stated(version, method, name));
    }

    @Test
    void refusesARequestWithoutVersion() {
        refused(-32020, legacy("tools/list"), stated(null, null, null));
        refused(-32020, legacy("ping"), stated(null, "ping", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-26", "2024-11-05", "1900-01-01", "2027-01-01", "", "2026-07-28 "})
    void refusesVersionsThatAreNotSpokenHere(String version) {
        Answer answer = refused(-32022, plain("tools/list", version), stated(version, "tools/list", null));
        var data = answer.envelope().getJsonObject("error").getJsonObject("data");
        assertEquals(
                "[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\"]",
                data.getJsonArray("supported").toString());
        assertEquals(version, data.getString("requested"));
        refused(-32022, legacy("tools/list"), stated(version, null, null));
    }

    @Test
    void asksForWhatEachRequestMustTell() {
        Stated stated = stated(MODERN, "tools/list", null);
        assertTrue(Errors.message(refused(-32602, legacy("tools/list"), stated)).contains("protocolVersion"));
        String without = "{'io.modelcontextprotocol/protocolVersion':'2026-07-28'}";
        assertTrue(Errors.message(refused(-32602, message("tools/list", "'_meta':" + without), stated))
                .contains("clientCapabilities"));
        String wrong = without.replace("}", ",'io.modelcontextprotocol/clientCapabilities':[]}");
        refused(-32602, message("tools/list", "'_meta':" + wrong), stated);
    }

    @ParameterizedTest
    @CsvSource({
        "list_campaigns, list_campaigns",
        "=?base64?bGlzdF9jYW1wYWlnbnM=?=, list_campaigns",
        "=?base64?w6nDqA==?=, éè",
        "=?base64??=, ''",
        "=?BASE64?eA==?=, =?BASE64?eA==?=",
        "=?base64?=, =?base64?="
    })
    void decodesNames(String header, String name) {
        assertEquals(name, Stated.decoded(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?base64?***?=", "=?base64?gA==?=", "=?base64?eA?x?="})
    void refusesNamesThatCannotBeDecoded(String header) {
        ProtocolError error = assertThrows(ProtocolError.class, () -> Stated.decoded(header));
        assertEquals(-32020, Errors.code(Errors.of(error)));
    }

    private static Answer refused(int code, Message message, Stated stated) {
        Answer answer = Errors.of(assertThrows(ProtocolError.class, () -> of(message, stated)));
        assertEquals(400, answer.status());
        assertEquals(code, Errors.code(answer), answer.body());
        return answer;
    }

    private static Revision of(Message message, Stated stated) {
        return Revision.of(message, stated);
    }

    private static Stated stated(String version, String method, String name) {
        return new Stated(version, method, name);
    }

    private static Message call(String name, String version, String arguments) {
        return message(CALL, "'name':'" + name + "','arguments':" + arguments + "," + meta(version));
    }

    private static Message plain(String method, String version) {
        return message(method, meta(version));
    }

    private static Message legacy(String method) {
        return message(method, "");
    }

    private static String meta(String version) {
        return "'_meta':{'io.modelcontextprotocol/protocolVersion':'" + version
                + "','io.modelcontextprotocol/clientCapabilities':{}}";
    }

    private static Message message(String method, String params) {
        byte[] body = ("{'jsonrpc':'2.0','id':1,'method':'" + method + "','params':{" + params + "}}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        return Message.read(() -> body);
    }
}
