package org.crmagent.model.qualification;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crmagent.tool.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Reads a day with its year as it is written in French or English. Of {@code 03/04/2027}, which may be either, it takes the
 * French way, without certainty; a day without a year is none.
 */
final class DateReading {
    private static final Pattern BEFORE =
            Pattern.compile("(?:(?:le|the|on|du|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday"
                    + "|wednesday|thursday|friday|saturday|sunday),? +)*");

    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:er|st|nd|rd|th)? (?:of |de )?([a-z]{3,9})\\.?,? (\\d{4})(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<![a-z])([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)");

    private static final List<List<String>> MONTHS = List.of(
            List.of("janvier", "january", "jan", "janv"),
            List.of("fevrier", "february", "fev", "fevr", "feb"),
            List.of("mars", "march", "mar"),
            List.of("avril", "april", "avr", "apr"),
            List.of("mai", "may"),
            List.of("juin", "june", "jun"),
            List.of("juillet", "july", "juil", "jul"),
            List.of("aout", "august", "aug"),
            List.of("septembre", "september", "sept", "sep"),
            List.of("octobre", "october", "oct"),
            List.of("novembre", "november", "nov"),
            List.of("decembre", "december", "dec"));

    private static final Map<String, Integer> MONTH_NUMBERS = IntStream.rangeClosed(1, MONTHS.size())
            .boxed()
            .flatMap(month -> MONTHS.get(month - 1).stream().map(name -> Map.entry(name, month)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private DateReading() {}

    private record Day(LocalDate date, boolean certain, MatchResult found) {}

    static Optional<Reading> of(String text) {
        String folded = Fold.fold(text);
        List<Day> days = Stream.of(
                        all(YEAR_FIRST, folded, DateReading::yearFirst),
                        all(NUMBERS, folded, DateReading::numbers),
                        all(DAY_FIRST, folded, found -> named(found, found.group(1), found.group(2))),
                        all(MONTH_FIRST, folded, found -> named(found, found.group(2), found.group(1))))
                .flatMap(each -> each)
                .limit(2)
                .toList();
        if (days.size() != 1) {
            return Optional.empty();
        }
        Day day = days.get(0);
        boolean alone =
                BEFORE.matcher(folded.substring(0, day.found.start())).matches() && day.found.end() == folded.length();
        return Reading.text(day.date.toString(), alone && day.certain);
    }

    private interface Reader {
        @Nullable
        Day read(MatchResult found);
    }

    private static Stream<Day> all(Pattern pattern, String text, Reader reader) {
        return pattern.matcher(text).results().flatMap(found -> Stream.ofNullable(reader.read(found)));
    }

    private static @Nullable Day yearFirst(MatchResult found) {
        return day(found, found.group(1), number(found.group(3)), found.group(4), true);
    }

    private static @Nullable Day numbers(MatchResult found) {
        int first = number(found.group(1));
        int second = number(found.group(3));
        boolean longYear = found.group(4).length() == 4;
        String year = longYear ? found.group(4) : "20" + found.group(4);
        return second > 12
                ? day(found, year, first, found.group(3), longYear)
                : day(found, year, second, found.group(1), longYear && (first > 12 || first == second));
    }

    private static @Nullable Day named(MatchResult found, String day, String month) {
        Integer number = MONTH_NUMBERS.get(month);
        return number == null ? null : day(found, found.group(3), number, day, true);
    }

    private static @Nullable Day day(MatchResult found, String year, int month, String day, boolean certain) {
        try {
            return new Day(LocalDate.of(number(year), month, number(day)), certain, found);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
