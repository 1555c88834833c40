package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "Application/JSON",
                "application/json; charset=\"UTF-8\"",
                "text/html, application/*;q=0.001",
                "application/*;q=0, application/json",
                "application/json;q=0, application/json;charset=utf-8",
                "text/html;x=\"a,b;q=0\", */*;q=1.000"
            })
    void acceptsJson(String accept) {
        assertDoesNotThrow(() -> MediaTypes.requireJsonAccepted(List.of(accept)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/json;q=0",
                "application/json;q=0, */*",
                "application/*;q=0, */*",
                "*/*;q=0.0",
                "application/json;q=2",
                "application/json;version=2",
                "@@@;;;=="
            })
    void acceptsNoJson(String accept) {
        Refusal refusal = assertThrows(Refusal.class, () -> MediaTypes.requireJsonAccepted(List.of(accept)));
        assertEquals(ErrorCode.NOT_ACCEPTABLE, refusal.code());
    }

    @Test
    void acceptsJsonInASecondLine() {
        assertDoesNotThrow(() -> MediaTypes.requireJsonAccepted(List.of("text/html", "application/json")));
        assertDoesNotThrow(() -> MediaTypes.requireJsonAccepted(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\""
            })
    void takesJson(String contentType) {
        assertDoesNotThrow(() -> MediaTypes.requireJsonSent(List.of(contentType), List.of()));
        assertDoesNotThrow(() -> MediaTypes.requireJsonSent(List.of(contentType), List.of("identity")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "*/*",
                "application/*",
                "application/json;charset=latin1",
                "application/json;charset=utf-8;version=1",
                "application/problem+json",
                "application/json, application/json",
                ";;;"
            })
    void takesNothingElse(String contentType) {
        Refusal refusal =
                assertThrows(Refusal.class, () -> MediaTypes.requireJsonSent(List.of(contentType), List.of()));
        assertEquals(ErrorCode.UNSUPPORTED_MEDIA_TYPE, refusal.code());
    }

    @Test
    void takesNoCompressedOrMissingBodyType() {
        List<String> json = List.of("application/json");
        assertThrows(Refusal.class, () -> MediaTypes.requireJsonSent(List.of(), List.of()));
        assertThrows(Refusal.class, () -> MediaTypes.requireJsonSent(json, List.of("identity, gzip")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "br, GZIP;q=0.5|true",
                "*|true",
                "x-gzip|true",
                "gzip;q=0|false",
                "gzip;q=0, *|false",
                "*;q=0|false",
                "br|false",
                "identity|false",
                "gzip;q=nonsense|false"
            })
    void compressesWhereAllowed(String acceptEncoding, boolean expected) {
        assertEquals(expected, MediaTypes.gzipAccepted(List.of(acceptEncoding)));
    }
}
