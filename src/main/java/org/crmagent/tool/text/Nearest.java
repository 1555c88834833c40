package org.crmagent.tool.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what somebody meant who wrote a name almost right. Case, accents and the difference between snake_case,
 * kebab-case, words and camelCase do not count; the rest is measured in typing slips (see {@link Slips}).
 */
public final class Nearest {
    /** Nothing longer is a mistyped name, and measuring it would cost time. */
    private static final int LONGEST = 80;

    private static final Pattern JOINTS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[\\s_-]+");

    private Nearest() {}

    /**
     * The one candidate that is near enough to be meant.
     *
     * @param given what was written
     * @param candidates what could have been written
     * @return empty when none is near or two are equally near
     */
    public static Optional<String> of(String given, Collection<String> candidates) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        List<Measured> measured = measured(given, candidates);
        boolean near = !measured.isEmpty() && measured.get(0).slips * 5 <= longer(given, measured.get(0).name) * 2;
        boolean unique = measured.size() < 2 || measured.get(1).slips > measured.get(0).slips;
        return near && unique ? Optional.of(measured.get(0).name) : Optional.empty();
    }

    /**
     * The three nearest candidates, however far, best first; fewer when there are not as many.
     *
     * @param given what was written
     * @param candidates what could have been written
     */
    public static List<String> three(String given, Collection<String> candidates) {
        return measured(given, candidates).stream()
                .limit(3)
                .map(measured -> measured.name)
                .toList();
    }

    /** True when a repair may be offered as certain: at most two slips and fewer than one in three letters. */
    public static boolean certain(String given, String meant) {
        int slips = given.length() > LONGEST ? LONGEST : Slips.between(key(given), key(meant));
        return slips == 0 || (slips <= 2 && slips * 3 < key(meant).length());
    }

    private static List<Measured> measured(String given, Collection<String> candidates) {
        String cut = given.length() > LONGEST ? given.substring(0, LONGEST) : given;
        return candidates.stream()
                .map(candidate -> new Measured(candidate, slips(cut, candidate)))
                .sorted(Comparator.comparingInt(measured -> measured.slips))
                .toList();
    }

    /** The words in another order are one slip more than the words in order. */
    private static int slips(String given, String candidate) {
        return Math.min(
                Slips.between(key(given), key(candidate)), 1 + Slips.between(sortedKey(given), sortedKey(candidate)));
    }

    private static int longer(String given, String candidate) {
        return Math.max(key(given).length(), key(candidate).length());
    }

    private static String key(String name) {
        return String.join("", words(name));
    }

    private static String sortedKey(String name) {
        String[] words = words(name);
        Arrays.sort(words);
        return String.join("", words);
    }

    private static String[] words(String name) {
        return Arrays.stream(JOINTS.split(name)).map(Fold::fold).toArray(String[]::new);
    }

    private record Measured(String name, int slips) {}
}
