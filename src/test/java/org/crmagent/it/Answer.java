package org.crmagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the server answered: the body as text, because some tests compare bytes or expect none. */
public record Answer(int status, HttpHeaders headers, String body) {

    /** The whole envelope. */
    public JsonObject envelope() {
        return JsonText.json(body);
    }

    /** {@code data} of the envelope. */
    public JsonObject data() {
        return envelope().getJsonObject("data");
    }

    /** {@code data.data}: what the tool itself said. */
    public JsonObject output() {
        return data().getJsonObject("data");
    }

    /** The error code, wherever the contract puts it, or "" on success. */
    public String code() {
        JsonObject data = data();
        JsonObject holder = data.containsKey("toolName") ? data.getJsonObject("data") : data;
        return holder.get("code") instanceof JsonString code ? code.getString() : "";
    }

    /** A header's first value, or "". */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The codes of the warnings of an answer that is no refusal. */
    public List<String> warnings() {
        assertEquals(200, status, body);
        return data().getJsonArray("warnings").getValuesAs(JsonObject.class).stream()
                .map(warning -> warning.getString("code"))
                .toList();
    }

    /** Pointer and code of each violation of a tool's refusal. */
    public List<String> violations() {
        return output().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(violation -> violation.getString("pointer") + " " + violation.getString("code"))
                .toList();
    }

    /** Bytes of the body. */
    public int size() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Itself, where it is no refusal and has at most so many KiB. */
    public Answer fits(int kibibytes) {
        assertEquals(200, status, body);
        assertTrue(size() <= kibibytes * 1024, () -> size() + " bytes");
        return this;
    }
}
