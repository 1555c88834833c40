package org.crmagent.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Invents texts that an anchored regular expression matches. Knows literals, {@code .}, classes, groups, alternatives and
 * the quantifiers {@code ? * + {n} {n,} {n,m}}; anything else fails.
 */
final class PatternText {
    private final String pattern;
    private final Random random;
    private int at;

    PatternText(String pattern, Random random) {
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
            throw new AssertionError("not anchored, so it bounds nothing: " + pattern);
        }
        this.pattern = pattern.substring(1, pattern.length() - 1);
        this.random = random;
    }

    /** True when the whole text matches what stands between the anchors. */
    static boolean matches(String pattern, String text) {
        return Pattern.matches(pattern.substring(1, pattern.length() - 1), text);
    }

    String next() {
        at = 0;
        return alternatives();
    }

    private String alternatives() {
        List<String> branches = new ArrayList<>(List.of(sequence()));
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            branches.add(sequence());
        }
        return branches.get(random.nextInt(branches.size()));
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            int start = at;
            String atom = atom();
            int end = at;
            int times = times();
            int after = at;
            for (int i = 0; i < times; i++) {
                at = start;
                text.append(i == 0 ? atom : atom());
                at = end;
            }
            at = after;
        }
        return text.toString();
    }

    private String atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> member();
            case '.' -> "x";
            case '\\' -> escaped(pattern.charAt(at++));
            case '^', '$', '*', '+', '?', '{' -> throw new AssertionError("no text for " + c + " in " + pattern);
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        }
        String text = alternatives();
        at++;
        return text;
    }

    private String escaped(char c) {
        return switch (c) {
            case 'd' -> String.valueOf(random.nextInt(10));
            case 'w' -> "w";
            case 's' -> " ";
            case 'S' -> "x";
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new AssertionError("no text for \\" + c + " in " + pattern);
                }
                yield String.valueOf(c);
            }
        };
    }

    private String member() {
        boolean not = pattern.charAt(at) == '^';
        at += not ? 1 : 0;
        StringBuilder members = new StringBuilder();
        while (pattern.charAt(at) != ']') {
            char c = pattern.charAt(at++);
            if (c == '\\') {
                members.append(escaped(pattern.charAt(at++)));
            } else if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                for (char each = c; each <= pattern.charAt(at + 1); each++) {
                    members.append(each);
                }
                at += 2;
            } else {
                members.append(c);
            }
        }
        at++;
        String choices = not ? without(members) : members.toString();
        return String.valueOf(choices.charAt(random.nextInt(choices.length())));
    }

    private static String without(StringBuilder members) {
        StringBuilder others = new StringBuilder();
        "xyzXYZ0129 -"
                .chars()
                .filter(c -> members.indexOf(Character.toString(c)) < 0)
                .forEach(others::appendCodePoint);
        return others.toString();
    }

    private int times() {
        char c = at < pattern.length() ? pattern.charAt(at) : 0;
        if (c == '?' || c == '*' || c == '+') {
            at++;
            return c == '+' ? 1 + random.nextInt(3) : random.nextInt(c == '?' ? 2 : 3);
        } else if (c != '{') {
            return 1;
        }
        int end = pattern.indexOf('}', at);
        String[] range = pattern.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int min = Integer.parseInt(range[0]);
        int max = range.length == 1 ? min : range[1].isEmpty() ? min + 3 : Integer.parseInt(range[1]);
        return min + random.nextInt(max - min + 1);
    }
}
