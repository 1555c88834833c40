package org.crmagent.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.crmagent.schema.JsonWriter;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Paging;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** The shape of every answer, errors of every kind included. */
public final class Envelope {

    /** Header of answers that ask to try again. */
    static final String RETRY_AFTER = "Retry-After";

    private static final int MOST_VIOLATIONS = 50;

    private Envelope() {}

    /** An error where no tool was reached. */
    public static Answer error(ErrorCode code, String sentence, List<Violation> violations, String requestId) {
        return error(code, sentence, errorData(code, unreached(code, violations)), requestId);
    }

    /** Where no tool was reached the sentence says it all; only an unknown tool has its nearest names beside it. */
    static List<Violation> unreached(ErrorCode code, List<Violation> violations) {
        return code == ErrorCode.UNKNOWN_TOOL ? violations : List.of();
    }

    /** An error with data of its own. */
    static Answer error(ErrorCode code, String sentence, JsonValue data, String requestId) {
        JsonObject envelope = envelope(false, data, Json.createValue(sentence), requestId, null);
        return new Answer(code.status(), retryAfter(code), bytes(envelope));
    }

    /** A success. */
    static Answer success(JsonValue data, String requestId, @Nullable Paging paging) {
        return new Answer(200, Map.of(), bytes(envelope(true, data, JsonValue.NULL, requestId, paging)));
    }

    /** {@code code} and {@code violations}, as all errors have them. */
    static JsonObject errorData(ErrorCode code, List<Violation> violations) {
        return Json.createObjectBuilder()
                .add("code", code.code())
                .add(
                        "violations",
                        JsonWriter.write(
                                violations.stream().limit(MOST_VIOLATIONS).toList()))
                .build();
    }

    private static JsonObject envelope(
            boolean success, JsonValue data, JsonValue error, String requestId, @Nullable Paging paging) {
        JsonObjectBuilder meta = Json.createObjectBuilder().add("requestId", requestId);
        if (paging != null) {
            if (paging.page() != null) {
                meta.add("page", paging.page());
            }
            meta.add("perPage", paging.perPage());
            if (paging.total() != null) {
                meta.add("total", paging.total());
                meta.add("totalPages", -Math.floorDiv(-paging.total(), (long) paging.perPage()));
            }
        }
        return Json.createObjectBuilder()
                .add("success", success)
                .add("data", data)
                .add("error", error)
                .add("meta", meta)
                .build();
    }

    private static Map<String, String> retryAfter(ErrorCode code) {
        return switch (code) {
            case REQUEST_IN_PROGRESS -> Map.of(RETRY_AFTER, "1");
            case UNAVAILABLE -> Map.of(RETRY_AFTER, "5");
            default -> Map.of();
        };
    }

    private static byte[] bytes(JsonObject envelope) {
        return envelope.toString().getBytes(StandardCharsets.UTF_8);
    }
}
