package org.crmagent.tool.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.0 | 1",
                "1e0 | 1",
                "-0.0 | 0",
                "100 | 100",
                "1E2 | 100",
                "0.000001 | 0.000001",
                "1e31 | 10000000000000000000000000000000",
                "1e-31 | 0.0000000000000000000000000000001",
                "\"\\u0041\\/\\u001F\\n\" | \"A/\\u001f\\n\"",
                "\"\\ud83d\\ude00\" | \"😀\"",
                "{\"b\":[true,null],\"a\":{}} | {\"a\":{},\"b\":[true,null]}",
                "[] | []"
            })
    void hasOneText(String json, String canonical) {
        assertEquals(canonical, Canonical.text(parse(json)));
    }

    /** The order of RFC 8785 section 3.2.3: by UTF-16 code units, so an emoji comes before U+FB33. */
    @Test
    void sortsMembersByCodeUnits() {
        assertEquals(
                "{\"\\r\":1,\"1\":2,\"é\":3,\"😀\":4,\"\uFB33\":5}",
                Canonical.text(parse("{\"\\ufb33\":5,\"\\ud83d\\ude00\":4,\"é\":3,\"1\":2,\"\\r\":1}")));
    }

    private static JsonValue parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    @Test
    void hashesAsOtherToolsDo() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Canonical.sha256("abc"));
    }
}
