package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are no JSON object all readers agree on, and bodies that are sent as something else. */
class BodyIT extends OverHttp {
    private static final String TOOL = "probe_hold";

    @ParameterizedTest
    @MethodSource
    void refusesMalformedJson(String body) {
        Refused.as(400, "malformed_json", api.tool(TOOL, body));
    }

    static Stream<String> refusesMalformedJson() {
        return Stream.of(
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "\"{}\"",
                "7",
                "{}{}",
                "{} x",
                "{'input':{}}",
                "{input:{}}",
                "{\"input\":{},}",
                "{\"input\":{},\"input\":{}}",
                "{\"input\":{\"name\":\"a\",\"name\":\"b\"}}",
                "{\"input\":{\"name\":\"a\\u0000b\"}}",
                "{\"input\":{\"name\":\"\\ud800\"}}",
                "{\"input\":{\"name\":\"\\x\"}}",
                "{\"input\":{\"name\":\"a\nb\"}}",
                "{\"input\":{\"n\":1e999999999}}",
                "{\"input\":{\"n\":99999999999999999999}}",
                "{\"input\":{\"n\":01}}",
                "{\"input\":{\"n\":NaN}}",
                "{\"input\":" + "[".repeat(64) + "]".repeat(64) + "}",
                "[".repeat(100_000),
                "{\"a\":".repeat(20_000),
                "\uFEFF{\"input\":{}}",
                "// comment\n{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|/input",
                "{\"input\":null}|/input",
                "{\"input\":[]}|/input",
                "{\"input\":{},\"inputs\":{}}|/inputs",
                "{\"input\":{},\"organizationId\":7}|/organizationId",
                "{\"input\":{},\"organizationId\":\"x\"}|/organizationId",
                "{\"input\":{},\"requestId\":\"\"}|/requestId"
            })
    void refusesWrongMembers(String body, String pointer) {
        Answer answer = api.tool(TOOL, body);
        Refused.as(400, "validation_failed", answer);
        assertTrue(answer.body().contains("\"pointer\":\"" + pointer + '"'), answer.body());
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] latin = "{\"reason\":\"café\"}".getBytes(StandardCharsets.ISO_8859_1);
        Refused.as(
                400,
                "malformed_json",
                api.send(api.request("tools/" + TOOL)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(latin))));
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "text/html",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/xml",
        "application/json; charset=iso-8859-1",
        "application/json; charset=nothing",
        "application/*",
        ";;;",
        "a//b",
        "''"
    })
    void refusesOtherMediaTypes(String contentType) {
        Refused.as(415, "unsupported_media_type", send(TOOL, "Content-Type", contentType));
        Refused.as(404, "unknown_tool", send("nothing", "Content-Type", contentType));
    }

    @Test
    void refusesABodyWithoutMediaTypeOrCompressed() {
        Refused.as(
                415,
                "unsupported_media_type",
                api.send(api.request("tools/" + TOOL).POST(BodyPublishers.ofString("{}"))));
        Refused.as(
                415,
                "unsupported_media_type",
                send(TOOL, "Content-Type", "application/json", "Content-Encoding", "gzip"));
    }

    @ParameterizedTest
    @CsvSource({"text/html", "application/json;q=0", "'application/json;q=0, */*'", "*/*;q=0", "@@@;;;=="})
    void refusesToAnswerInOtherMediaTypes(String accept) {
        Refused.as(406, "not_acceptable", send(TOOL, "Accept", accept, "Content-Type", "text/plain"));
        Refused.as(404, "unknown_tool", send("nothing", "Accept", accept));
        Refused.as(406, "not_acceptable", api.send(api.request("capabilities").header("Accept", accept)));
    }

    private Answer send(String tool, String... headers) {
        return api.send(api.request("tools/" + tool).headers(headers).POST(BodyPublishers.ofString("{\"input\":{}}")));
    }
}
