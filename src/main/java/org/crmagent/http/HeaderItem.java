package org.crmagent.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One item of a header that lists values with parameters, such as {@code Accept} (RFC 9110, sections 5.6 and 12.4.2).
 *
 * @param value in lower case
 * @param parameters names and values in lower case, without the weight
 * @param weight 0 to 1; 0 excludes, and so does a weight that is no number
 */
record HeaderItem(String value, Map<String, String> parameters, double weight) {

    /** All items of all lines of the header. */
    static List<HeaderItem> parse(List<String> lines) {
        List<HeaderItem> items = new ArrayList<>();
        for (String item : split(String.join(",", lines), ',')) {
            List<String> parts = split(item, ';');
            if (parts.isEmpty()) {
                continue;
            }
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String parameter : parts.subList(1, parts.size())) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                String value = equals < 0 ? "" : parameter.substring(equals + 1);
                parameters.put(name.strip(), value.strip().replace("\"", ""));
            }
            items.add(new HeaderItem(parts.get(0), parameters, weight(parameters.remove("q"))));
        }
        return items;
    }

    private static double weight(@Nullable String q) {
        if (q == null) {
            return 1;
        }
        return q.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(q) : 0;
    }

    /** The non-empty parts, stripped and in lower case; separators inside quotes don't count. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || (text.charAt(i) == separator && !quoted)) {
                String part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part.toLowerCase(Locale.ROOT));
                }
                start = i + 1;
            } else if (text.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return parts;
    }
}
