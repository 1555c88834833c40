package org.crmagent.tool;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param pointer RFC 6901 JSON Pointer into the request body; empty where the fault is no member
 * @param code stable snake_case
 * @param message the cause and the repair, without stored free text
 * @param suggestion the nearest valid value or member name; null where there is none
 */
public record Violation(
        String pointer,
        String code,
        String message,
        @Nullable String suggestion) {}
