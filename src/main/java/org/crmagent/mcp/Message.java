package org.crmagent.mcp;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.crmagent.call.BodySource;
import org.crmagent.schema.StrictJson;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A JSON-RPC request or notification.
 *
 * @param id a string or a whole number; null for a notification
 * @param params empty where there are none
 */
record Message(@Nullable JsonValue id, String method, JsonObject params) {

    /**
     * Reads the one message that a body is.
     *
     * @throws ProtocolError without id: the body is no JSON, no message, or none that the door takes
     */
    static Message read(BodySource body) {
        JsonObject json;
        try {
            json = StrictJson.object(body.read());
        } catch (Refusal refusal) {
            boolean list = refusal.violations().stream()
                    .anyMatch(violation -> violation.code().equals("not_an_object"));
            int code = refusal.code() == ErrorCode.MALFORMED_JSON && !list
                    ? ProtocolError.PARSE_ERROR
                    : ProtocolError.INVALID_REQUEST;
            throw new ProtocolError(refusal.code().status(), code, refusal.sentence(), null);
        }
        if (!(json.get("jsonrpc") instanceof JsonString version)
                || !version.getString().equals("2.0")) {
            throw ProtocolError.invalidRequest("jsonrpc must be \"2.0\".");
        }
        if (!(json.get("method") instanceof JsonString method)) {
            throw ProtocolError.invalidRequest(
                    "method must be a string: send a request or a notification; responses are not expected.");
        }
        JsonValue params = json.getOrDefault("params", JsonValue.EMPTY_JSON_OBJECT);
        if (!(params instanceof JsonObject object)) {
            throw ProtocolError.invalidRequest("params must be an object.");
        }
        return new Message(id(json), method.getString(), object);
    }

    private static @Nullable JsonValue id(JsonObject json) {
        JsonValue id = json.get("id");
        boolean valid =
                id == null || id instanceof JsonString || (id instanceof JsonNumber number && number.isIntegral());
        if (!valid) {
            throw ProtocolError.invalidRequest("id must be a string or a whole number.");
        }
        return id;
    }

    /** What the request says of itself beside its subject; empty where it says nothing. */
    JsonObject meta() {
        return params.get("_meta") instanceof JsonObject meta ? meta : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** A member of the parameters that is a string; null where it is none. */
    @Nullable
    String text(String member) {
        return params.get(member) instanceof JsonString string ? string.getString() : null;
    }
}
