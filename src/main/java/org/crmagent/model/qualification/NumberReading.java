package org.crmagent.model.qualification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.crmagent.tool.text.Fold;
import org.crmagent.tool.text.Json;

/**
 * Reads a number as it is written in France ({@code 1 200,50}) or in English ({@code 1,200.50}), alone or with words around
 * it. Of two numbers neither is taken; a single separator before three digits ({@code 1,200}) may be either, and is read as
 * parting thousands, without certainty.
 */
final class NumberReading {
    private static final Pattern BLANKS = Pattern.compile("[\\u00a0\\u202f\\u2009'’](?=\\d)");

    /** Not the 2 of {@code m2}, nor the power of ten after an {@code e}. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\p{L}\\d.,])(?:[-−](?=\\d))?(?:\\d{1,3}(?: \\d{3})+(?!\\d)|\\d++)(?:[.,]\\d++)*+(?![eE]\\d)");

    private static final Pattern THOUSANDS = Pattern.compile("[-−]?\\d{1,3}([.,])\\d{3}(?:\\1\\d{3})*");
    private static final Pattern MULTIPLIER =
            Pattern.compile("\\s*(k|mille|thousand|millions?)(?!\\p{L}).*", Pattern.DOTALL);
    private static final int MOST_DIGITS = 15;

    private NumberReading() {}

    static Optional<Reading> of(String text) {
        String plain = BLANKS.matcher(text).replaceAll(" ");
        List<MatchResult> found = NUMBERS.matcher(plain).results().limit(2).toList();
        if (found.size() != 1) {
            return Optional.empty();
        }
        MatchResult number = found.get(0);
        boolean alone = number.group().length() == plain.length();
        return value(number.group().replace(" ", "").replace('−', '-'))
                .map(read -> read.times(factor(plain.substring(number.end()))))
                .filter(read -> read.value().precision() <= MOST_DIGITS)
                .map(read -> new Reading(Json.createValue(read.value()), alone && read.certain()));
    }

    private record Read(BigDecimal value, boolean certain) {
        Read times(long factor) {
            return new Read(plain(value.multiply(BigDecimal.valueOf(factor))), certain);
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    private static Optional<Read> value(String number) {
        int point = number.lastIndexOf('.');
        int comma = number.lastIndexOf(',');
        int last = Math.max(point, comma);
        if (last < 0) {
            return read(number, true);
        }
        if (point >= 0 && comma >= 0) {
            String whole = number.substring(0, last);
            return THOUSANDS.matcher(whole).matches()
                    ? read(digits(whole) + "." + number.substring(last + 1), true)
                    : Optional.empty();
        }
        boolean several = number.indexOf(number.charAt(last)) < last;
        if (THOUSANDS.matcher(number).matches() && !number.startsWith("0")) {
            return read(digits(number), several);
        }
        return several ? Optional.empty() : read(number.replace(',', '.'), true);
    }

    private static Optional<Read> read(String number, boolean certain) {
        return Optional.of(new Read(plain(new BigDecimal(number)), certain));
    }

    private static String digits(String number) {
        return number.replace(".", "").replace(",", "");
    }

    private static long factor(String after) {
        var multiplier = MULTIPLIER.matcher(Fold.fold(after));
        if (!multiplier.matches()) {
            return 1;
        }
        return multiplier.group(1).startsWith("million") ? 1_000_000 : 1_000;
    }
}
