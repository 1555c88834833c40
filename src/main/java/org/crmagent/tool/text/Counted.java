package org.crmagent.tool.text;

import java.util.Locale;

/** Figures in sentences, as an English reader writes them: {@code 1 contact}, {@code 12,000 contacts match}. */
public final class Counted {

    private Counted() {}

    /** The number with its thousands apart. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /**
     * The number and its noun.
     *
     * @param one the noun of one thing, whose plural ends in s
     */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /**
     * The number and what is said of it.
     *
     * @param one what is said of one thing, e.g. {@code contact matches}
     * @param several what is said of none or several, e.g. {@code contacts match}
     */
    public static String of(long number, String one, String several) {
        return number(number) + " " + (number == 1 ? one : several);
    }
}
