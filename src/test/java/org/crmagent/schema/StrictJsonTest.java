package org.crmagent.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[1,2.5,true,false,null,\"é\"]}",
                "{\"a\":9007199254740991,\"b\":-9007199254740991}",
                "{\"a\":\"\uD83D\uDE00\",\"b\":{}}"
            })
    void takesWhatAllReadersShare(String json) {
        assertEquals(json, read(json).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2}                      | /a",
                "{\"x\":[{\"b\":1,\"b\":2}]}            | /x/0/b",
                "{\"a\":9007199254740992}              | /a",
                "{\"a\":1e400}                         | /a",
                "{\"a\":1e999999999}                   | /a",
                "{\"a\":1.2345678901234567890}         | /a",
                "{\"a\":\"\\u0000\"}                   | /a",
                "{\"a\":\"\\ud800\"}                   | /a",
                "{\"a\":\"\\udc00\\ud800\"}            | /a"
            })
    void pointsAtWhatIsWrong(String json, String pointer) {
        assertEquals(pointer, refused(json).pointer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "null",
                "\"x\"",
                "{",
                "{\"a\":}",
                "{\"a\":1,}",
                "{'a':1}",
                "{} {}",
                "{}x",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\t\"}",
                "{\"a\":tru}",
                "\uFEFF{}"
            })
    void refusesWhatIsNoJsonObject(String json) {
        refused(json);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(Refusal.class, () -> StrictJson.object(latin));
    }

    @Test
    void countsDepth() {
        assertEquals(1, read(nested(63)).size());
        refused(nested(64));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refused(nested(300_000)));
    }

    private static String nested(int arrays) {
        return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
    }

    private static Violation refused(String json) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(json), json);
        assertEquals(ErrorCode.MALFORMED_JSON, refusal.code());
        assertEquals(1, refusal.violations().size());
        return refusal.violations().get(0);
    }

    private static JsonObject read(String json) {
        return StrictJson.object(json.getBytes(StandardCharsets.UTF_8));
    }
}
