package org.crmagent.tool.text;

import java.util.List;
import java.util.stream.Collectors;

/** Tells in a message what can be chosen: never more of it than helps. */
public final class Options {
    private static final int MOST = 12;
    private static final int LONGEST = 40;

    private Options() {}

    /** The first twelve in quotation marks, each cut at 40 characters; how many there are where there are more. */
    public static String told(List<String> options) {
        String first = options.stream().limit(MOST).map(Options::quoted).collect(Collectors.joining(", "));
        return options.size() > MOST ? first + ", … (" + options.size() + " in all)" : first;
    }

    private static String quoted(String option) {
        boolean whole = option.codePointCount(0, option.length()) <= LONGEST;
        return '"' + (whole ? option : option.substring(0, option.offsetByCodePoints(0, LONGEST)) + "…") + '"';
    }
}
