package org.crmagent.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** JSON that tests write or read as text. */
public final class JsonText {
    private JsonText() {}

    /** An object. */
    public static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** An object with single quotes for double ones. */
    public static JsonObject quoted(String text) {
        return json(text.replace('\'', '"'));
    }

    /** An array with single quotes for double ones. */
    public static JsonArray quotedArray(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readArray();
        }
    }
}
