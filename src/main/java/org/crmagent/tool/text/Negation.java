package org.crmagent.tool.text;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether somebody says what something is not, in French or English. */
public final class Negation {
    private static final Set<String> WORDS = Set.of(
            "pas", "ne", "n", "non", "ni", "sans", "sauf", "jamais", "aucun", "aucune", "rien", "not", "no", "never",
            "none", "neither", "nor", "without", "except", "don", "doesn", "isn");

    private static final Pattern JOINTS = Pattern.compile("[^\\p{L}\\d]+");

    private Negation() {}

    /** True where one of the words negates; a name that holds one as a part ({@code Nonancourt}) does not. */
    public static boolean in(String text) {
        return JOINTS.splitAsStream(Fold.fold(text)).anyMatch(WORDS::contains);
    }
}
