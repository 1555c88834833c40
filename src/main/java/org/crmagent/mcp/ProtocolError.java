package org.crmagent.mcp;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.crmagent.call.Answer;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** A message that is no valid request of the protocol: the program that sends it is wrong, not the agent behind it. */
final class ProtocolError extends RuntimeException {
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;
    static final int HEADER_MISMATCH = -32020;
    static final int UNSUPPORTED_VERSION = -32022;

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final transient @Nullable JsonObject data;

    /**
     * An error.
     *
     * @param status of the HTTP answer
     * @param message one sentence: cause and repair
     */
    ProtocolError(int status, int code, String message, @Nullable JsonObject data) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.data = data;
    }

    static ProtocolError invalidRequest(String message) {
        return new ProtocolError(400, INVALID_REQUEST, message, null);
    }

    static ProtocolError headerMismatch(String message) {
        return new ProtocolError(400, HEADER_MISMATCH, "Header mismatch: " + message, null);
    }

    /**
     * The answer that tells it.
     *
     * @param id of the request; null where it could not be read
     */
    Answer answer(@Nullable JsonValue id) {
        JsonObjectBuilder error =
                Json.createObjectBuilder().add("code", code).add("message", String.valueOf(getMessage()));
        if (data != null) {
            error.add("data", data);
        }
        JsonObjectBuilder response = Json.createObjectBuilder().add("jsonrpc", "2.0");
        if (id != null) {
            response.add("id", id);
        }
        String text = response.add("error", error).build().toString();
        return new Answer(status, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }
}
