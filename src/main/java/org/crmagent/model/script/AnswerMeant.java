package org.crmagent.model.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmagent.tool.text.Fold;
import org.crmagent.tool.text.Nearest;
import org.crmagent.tool.text.Slips;

/**
 * Which of a step's answers somebody meant who wrote another.
 *
 * @param certain true where it can be nothing else: another spelling, yes or no in other words, one slip
 */
public record AnswerMeant(String answer, boolean certain) {
    private static final Map<String, String> WORDS = Stream.concat(
                    Stream.of("yes", "y", "yeah", "yep", "o", "ok", "vrai", "true", "si", "ja", "sim")
                            .map(word -> Map.entry(word, "Oui")),
                    Stream.of("no", "n", "nope", "faux", "false", "nein", "nee", "nao")
                            .map(word -> Map.entry(word, "Non")))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Blanks and signs by which people spell differently; between digits a sign is part of the number. */
    private static final Pattern TRIFLES =
            Pattern.compile("[\\s\\h]+|(?<!\\d)[.,;:!?'’\"«»()_–—-]|[.,;:!?'’\"«»()_–—-](?!\\d)");

    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    private static final int SHORTEST_WITH_SLIP = 3;
    private static final int LONGEST_WITH_SLIP = 80;

    /**
     * The answer that was meant.
     *
     * @param given what was written, which is none of the answers
     * @param answers what can be answered
     * @param yesNo true where the answers are Oui and Non
     * @return empty where none is near or two are equally near
     */
    public static Optional<AnswerMeant> of(String given, List<String> answers, boolean yesNo) {
        String key = key(given);
        String word = yesNo ? WORDS.get(key) : null;
        return Optional.ofNullable(word)
                .or(() -> only(answers.stream().filter(answer -> key(answer).equals(key))))
                .or(() -> oneSlip(key, answers))
                .map(answer -> new AnswerMeant(answer, true))
                .or(() -> Nearest.of(given, answers).map(answer -> new AnswerMeant(answer, false)));
    }

    /** Digits are no slip: {@code 2 ans} is not {@code 3 ans}. */
    private static Optional<String> oneSlip(String key, List<String> answers) {
        List<String> near =
                answers.stream().filter(answer -> nearly(key, key(answer))).toList();
        return only(near.stream())
                .filter(answer -> Slips.between(key, key(answer)) == 1
                        && Math.max(key.length(), key(answer).length()) >= SHORTEST_WITH_SLIP
                        && digits(key).equals(digits(key(answer))));
    }

    private static boolean nearly(String key, String other) {
        return Math.abs(key.length() - other.length()) <= 2
                && key.length() <= LONGEST_WITH_SLIP
                && Slips.between(key, other) <= 2;
    }

    private static Optional<String> only(Stream<String> answers) {
        Set<String> few = answers.limit(2).collect(Collectors.toSet());
        return few.size() == 1 ? Optional.of(few.iterator().next()) : Optional.empty();
    }

    private static String digits(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }

    private static String key(String text) {
        return TRIFLES.matcher(Fold.fold(text)).replaceAll("");
    }
}
