package org.crmagent.tool.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes case and accents away, so that texts can be compared as people do. */
public final class Fold {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Fold() {}

    /**
     * The text in lower case without accents. Letters that Unicode does not decompose ({@code œ}, {@code ø}, {@code ß} and
     * the like) become the letters that PostgreSQL's {@code unaccent} makes of them. Blanks and signs stay.
     *
     * @param text any text
     * @return its folded form; equal for texts that differ in case and accents only
     */
    public static String fold(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = bare.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            folded.append(letter(lower.charAt(i)));
        }
        return folded.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String letter(char c) {
        return switch (c) {
            case 'œ' -> "oe";
            case 'æ' -> "ae";
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ı' -> "i";
            default -> String.valueOf(c);
        };
    }
}
