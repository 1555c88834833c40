package org.crmagent.tool;

import java.util.Locale;

/** Every {@code code} an error answer can carry, with its HTTP status. */
public enum ErrorCode {
    MALFORMED_JSON(400),
    VALIDATION_FAILED(400),
    CONFIRMATION_REQUIRED(400),
    EXPECTED_COUNT_REQUIRED(400),
    PREVIEW_INVALID(400),
    UNAUTHENTICATED(401),
    SUPER_ADMIN_REQUIRED(403),
    MODULE_DISABLED(403),
    UNKNOWN_TOOL(404),
    ORGANIZATION_NOT_FOUND(404),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    DUPLICATE_NAME(409),
    VERSION_CONFLICT(409),
    INVALID_STATE(409),
    PREVIEW_STALE(409),
    EXPECTED_COUNT_MISMATCH(409),
    REQUEST_IN_PROGRESS(409),
    PAYLOAD_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    REQUEST_ID_REUSED(422),
    RATE_LIMITED(429),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status of answers with this code. */
    public int status() {
        return status;
    }

    /** The code as it is written in answers and in the audit log. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
