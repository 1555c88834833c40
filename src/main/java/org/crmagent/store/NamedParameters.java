package org.crmagent.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL text with {@code :name} parameters as the driver takes it.
 *
 * @param text with a question mark for each parameter
 * @param names the parameters in order of appearance
 */
record NamedParameters(String text, List<String> names) {

    /** The parameter that the store binds itself. */
    static final String ORGANIZATION_ID = "organizationId";

    /** A colon that is no cast and no part of a literal: of a time format, which is upper case, or of a class of characters. */
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w\\[]):([a-z]\\w*)");

    private static final int KEPT = 2_000;
    private static final Map<String, NamedParameters> CACHE = new ConcurrentHashMap<>();

    static NamedParameters of(String sql) {
        NamedParameters known = CACHE.get(sql);
        if (known != null) {
            return known;
        }
        NamedParameters parsed = parse(sql);
        if (CACHE.size() < KEPT) {
            CACHE.put(sql, parsed);
        }
        return parsed;
    }

    private static NamedParameters parse(String sql) {
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(sql);
        StringBuilder text = new StringBuilder(sql.length());
        while (matcher.find()) {
            names.add(matcher.group(1));
            matcher.appendReplacement(text, "?");
        }
        return new NamedParameters(matcher.appendTail(text).toString(), List.copyOf(names));
    }
}
