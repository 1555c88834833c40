package org.crmagent.golden;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.crmagent.it.Answer;

/** Answers as text, without what no two runs share: ids made while running, tokens of previews and cursors. */
final class Masked {
    private static final List<String> HEADERS = List.of(
            "Allow",
            "Cache-Control",
            "Content-Type",
            "ETag",
            "Retry-After",
            "Vary",
            "WWW-Authenticate",
            "X-Content-Type-Options");
    private static final Pattern MADE_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern OPAQUE = Pattern.compile("\"(?:[A-Za-z0-9_-]{60,}|(?<=Cursor\":\")[^\"]+)\"");

    private final Map<String, String> ids = new HashMap<>();

    /** Status, the headers that matter, and the body; the same id has the same name in all answers. */
    String text(Answer answer) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : HEADERS) {
            if (!answer.header(name).isEmpty()) {
                // white space before parameters is optional (RFC 9110, 5.6.6)
                headers.put(name, answer.header(name).replaceAll(";\\s*", "; "));
            }
        }
        return answer.status() + " " + headers + " " + body(answer.body());
    }

    private String body(String body) {
        String named = MADE_ID.matcher(body)
                .replaceAll(found -> ids.computeIfAbsent(found.group(), id -> "<id " + (ids.size() + 1) + ">"));
        return OPAQUE.matcher(named).replaceAll("\"<opaque>\"");
    }
}
