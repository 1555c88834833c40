package org.crmagent.mcp;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the headers say of the message; null where they say nothing.
 *
 * @param version {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}, decoded
 */
record Stated(
        @Nullable String version,
        @Nullable String method,
        @Nullable String name) {
    private static final String PREFIX = "=?base64?";
    private static final String SUFFIX = "?=";

    /**
     * Reads them.
     *
     * @throws ProtocolError when one comes twice or can't be decoded
     */
    static Stated of(HttpServletRequest request) {
        String name = one(request, "Mcp-Name");
        return new Stated(
                one(request, "MCP-Protocol-Version"), one(request, "Mcp-Method"), name == null ? null : decoded(name));
    }

    private static @Nullable String one(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        if (values.size() > 1) {
            throw ProtocolError.headerMismatch(name + " comes " + values.size() + " times: send it once.");
        }
        return values.isEmpty() ? null : values.get(0).strip();
    }

    /** What is no plain ASCII comes as base 64 between markers. */
    static String decoded(String value) {
        if (!value.startsWith(PREFIX)
                || !value.endsWith(SUFFIX)
                || value.length() < PREFIX.length() + SUFFIX.length()) {
            return value;
        }
        String packed = value.substring(PREFIX.length(), value.length() - SUFFIX.length());
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(packed)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw ProtocolError.headerMismatch("Mcp-Name holds no base 64 of UTF-8 between its markers.");
        }
    }
}
