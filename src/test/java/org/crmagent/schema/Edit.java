package org.crmagent.schema;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.crmagent.tool.text.Json;

/** Changes one place of a value, RFC 6902. */
final class Edit {
    private Edit() {}

    static JsonObject replace(JsonObject whole, String pointer, JsonValue value) {
        return Json.PROVIDER.createPointer(pointer).replace(whole, value);
    }

    static JsonObject add(JsonObject whole, String pointer, JsonValue value) {
        return Json.PROVIDER.createPointer(pointer).add(whole, value);
    }

    static JsonObject remove(JsonObject whole, String pointer) {
        return Json.PROVIDER.createPointer(pointer).remove(whole);
    }
}
