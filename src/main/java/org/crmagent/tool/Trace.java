package org.crmagent.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caller's place in a distributed trace (W3C Trace Context, Recommendation of 2021-11-23, sections 3.2 and 3.3). It is
 * written into logs and passed on to servers asked on the way as it came: no span is recorded here that could come between.
 *
 * @param parent the header {@code traceparent}
 * @param state the header {@code tracestate}; null where there is none that can be passed on
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId the caller's span: 16 lower-case hexadecimal digits, not all zero
 */
public record Trace(String parent, @Nullable String state, String traceId, String spanId) {

    /** Later versions may add fields behind those of version 00, never change them. */
    private static final Pattern PARENT = Pattern.compile(
            "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}(-[!-~]{0,400})?");

    private static final Pattern STATE = Pattern.compile("[ -~\\t]{1,512}");

    /**
     * Reads the headers of a request.
     *
     * @param parents the lines of {@code traceparent}
     * @param states the lines of {@code tracestate}
     * @return null where there is not exactly one {@code traceparent}, or one that breaks the rules: the call then belongs to
     *     no trace
     */
    public static @Nullable Trace of(List<String> parents, List<String> states) {
        if (parents.size() != 1) {
            return null;
        }
        Matcher parent = PARENT.matcher(parents.get(0));
        if (!parent.matches() || (parent.group(1).equals("00") && parent.group(4) != null)) {
            return null;
        }
        String state = String.join(",", states);
        return new Trace(
                parents.get(0), STATE.matcher(state).matches() ? state : null, parent.group(2), parent.group(3));
    }

    /** The headers of a request that is made on the way. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("traceparent", parent);
        if (state != null) {
            headers.put("tracestate", state);
        }
        return headers;
    }
}
