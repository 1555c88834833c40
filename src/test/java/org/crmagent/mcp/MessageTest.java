package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crmagent.it.Answer;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    @Test
    void readsARequest() {
        Message message = read("{'jsonrpc':'2.0','id':'a','method':'x','params':{'name':'n','_meta':{'k':1}}}");
        assertEquals("\"a\"", String.valueOf(message.id()));
        assertEquals("x", message.method());
        assertEquals("n", message.text("name"));
        assertNull(message.text("other"));
        assertEquals("{\"k\":1}", message.meta().toString());
    }

    @Test
    void readsANotification() {
        Message message = read("{'jsonrpc':'2.0','method':'notifications/x'}");
        assertNull(message.id());
        assertEquals("{}", message.meta().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-7", "9007199254740991", "'1'", "''"})
    void takesTheIdsOfTheProtocol(String id) {
        assertEquals(
                id.replace('\'', '"'),
                String.valueOf(
                        read("{'jsonrpc':'2.0','method':'x','id':" + id + "}").id()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-32700 | `{'jsonrpc':'2.0',`",
                "-32700 | ``",
                "-32700 | `{'id':1,'id':2}`",
                "-32700 | `{} {}`",
                "-32600 | `[]`",
                "-32600 | `[{'jsonrpc':'2.0','id':1,'method':'x'}]`",
                "-32600 | `'text'`",
                "-32600 | `{}`",
                "-32600 | `{'jsonrpc':'1.0','id':1,'method':'x'}`",
                "-32600 | `{'jsonrpc':2.0,'id':1,'method':'x'}`",
                "-32600 | `{'jsonrpc':'2.0','id':1}`",
                "-32600 | `{'jsonrpc':'2.0','id':1,'result':{}}`",
                "-32600 | `{'jsonrpc':'2.0','id':1,'method':7}`",
                "-32600 | `{'jsonrpc':'2.0','id':null,'method':'x'}`",
                "-32600 | `{'jsonrpc':'2.0','id':1.5,'method':'x'}`",
                "-32600 | `{'jsonrpc':'2.0','id':true,'method':'x'}`",
                "-32600 | `{'jsonrpc':'2.0','id':{},'method':'x'}`",
                "-32600 | `{'jsonrpc':'2.0','id':1,'method':'x','params':[]}`",
                "-32600 | `{'jsonrpc':'2.0','id':1,'method':'x','params':null}`"
            })
    void refusesWhatIsNone(int code, String json) {
        ProtocolError error = assertThrows(ProtocolError.class, () -> read(json == null ? "" : json));
        Answer answer = Errors.of(error);
        assertEquals(400, answer.status());
        assertEquals(code, Errors.code(answer));
        assertEquals(List.of("jsonrpc", "error"), List.copyOf(answer.envelope().keySet()));
    }

    @Test
    void keepsTheStatusOfWhatTheDoorRefuses() {
        ProtocolError error = assertThrows(
                ProtocolError.class,
                () -> Message.read(() -> {
                    throw new Refusal(ErrorCode.PAYLOAD_TOO_LARGE, "Too large.", List.of());
                }));
        assertEquals(413, Errors.of(error).status());
        assertEquals(-32600, Errors.code(Errors.of(error)));
    }

    private static Message read(String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Message.read(() -> body);
    }
}
