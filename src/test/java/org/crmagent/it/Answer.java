package org.crmagent.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.http.HttpHeaders;

/** What the server answered: the body as text, because some tests compare bytes or expect none. */
public record Answer(int status, HttpHeaders headers, String body) {

    /** The whole envelope. */
    public JsonObject envelope() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
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
}
