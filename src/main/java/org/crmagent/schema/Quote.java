package org.crmagent.schema;

import java.util.Collection;
import java.util.stream.Collectors;

/** Puts what the caller wrote, or may write, into a message: never more of it than helps. */
final class Quote {
    private static final int LONGEST = 40;
    private static final int MOST = 40;

    private Quote() {}

    /** In quotation marks and cut. */
    static String of(String text) {
        return '"' + cut(text) + '"';
    }

    /** At most 40 characters; an ellipsis tells that there were more. */
    static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** As a list, cut after 40 entries. */
    static String list(Collection<String> values) {
        String list = values.stream().limit(MOST).collect(Collectors.joining(", "));
        return values.size() > MOST ? list + ", …" : list;
    }
}
