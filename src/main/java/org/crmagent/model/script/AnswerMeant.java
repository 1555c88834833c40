package org.crmagent.model.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crmagent.tool.text.Fold;
import org.crmagent.tool.text.Nearest;
import org.crmagent.tool.text.Negation;
import org.crmagent.tool.text.Slips;

/**
 * Which of a step's answers somebody meant who wrote another.
 *
 * @param certain true where it can be nothing else: another spelling, yes or no in other words, one slip in a
 *     long word
 * @param typo true where one slip is all that is between the two, in a word however short: enough to offer a corrected
 *     script that its author looks at, too little to read what a contact answered
 */
public record AnswerMeant(String answer, boolean certain, boolean typo) {
    private static final Map<String, String> WORDS = words(
            List.of(
                    "yes",
                    "y",
                    "yeah",
                    "yep",
                    "o",
                    "ok",
                    "vrai",
                    "true",
                    "si",
                    "ja",
                    "sim",
                    "ouais",
                    "daccord",
                    "absolument"),
            List.of("no", "n", "nope", "faux", "false", "nein", "nee", "nao", "jamais", "pasdutout", "absolumentpas"));

    private static final Map<String, String> LIKELY_WORDS = words(List.of("1", "bon"), List.of("0", "pasvraiment"));

    /** Blanks and signs by which people spell differently; between digits a sign is part of the number. */
    private static final Pattern TRIFLES =
            Pattern.compile("[\\s\\h]+|(?<!\\d)[.,;:!?'’\"«»()_–—-]|[.,;:!?'’\"«»()_–—-](?!\\d)");

    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    private static final Pattern JOINTS = Pattern.compile("[^\\p{L}\\d]+");

    /** One slip makes other words of shorter ones: {@code Bon} is not {@code Non}, {@code Sur} not {@code Sud}. */
    private static final int SHORTEST_WITH_SURE_SLIP = 6;

    private static final int SHORTEST_WITH_TYPO = 3;

    private static final int LONGEST_WITH_SLIP = 80;

    /**
     * The answer that was meant.
     *
     * @param given what was written, which is none of the answers
     * @param answers what can be answered
     * @param yesNo true where the answers are Oui and Non
     * @return empty where none is near or two are equally near, and where an answer is negated
     */
    public static Optional<AnswerMeant> of(String given, List<String> answers, boolean yesNo) {
        String key = key(given);
        return spelled(key, answers, yesNo)
                .map(answer -> new AnswerMeant(answer, true, false))
                .or(() -> likely(given, key, answers, yesNo));
    }

    private static Optional<String> spelled(String key, List<String> answers, boolean yesNo) {
        return Optional.ofNullable(yesNo ? WORDS.get(key) : null)
                .or(() -> only(answers.stream().filter(answer -> key(answer).equals(key))));
    }

    /** What is not an answer is none of them: {@code pas lundi} is not {@code lundi}. */
    private static Optional<AnswerMeant> likely(String given, String key, List<String> answers, boolean yesNo) {
        return Optional.ofNullable(yesNo ? LIKELY_WORDS.get(key) : null)
                .map(AnswerMeant::perhaps)
                .or(() -> oneSlip(key, answers)
                        .map(answer -> new AnswerMeant(
                                answer,
                                inLongWord(given, answer) && noOtherNear(key, answers),
                                key(answer).length() >= SHORTEST_WITH_TYPO))
                        .or(() -> Nearest.of(given, answers).map(AnswerMeant::perhaps))
                        .filter(meant -> !Negation.in(given) || Negation.in(meant.answer())));
    }

    /** An answer that may have been meant, and no more. */
    public static AnswerMeant perhaps(String answer) {
        return new AnswerMeant(answer, false, false);
    }

    /** Digits are no slip: {@code 2 ans} is not {@code 3 ans}. */
    private static Optional<String> oneSlip(String key, List<String> answers) {
        return only(answers.stream()
                .filter(answer -> near(key, key(answer), 1)
                        && key(answer).length() > 1
                        && digits(key).equals(digits(key(answer)))));
    }

    private static boolean noOtherNear(String key, List<String> answers) {
        return only(answers.stream().filter(answer -> near(key, key(answer), 2)))
                .isPresent();
    }

    /** True where the texts have the same words but one, which is long in both. */
    private static boolean inLongWord(String given, String answer) {
        List<String> words = JOINTS.splitAsStream(Fold.fold(given)).toList();
        List<String> others = JOINTS.splitAsStream(Fold.fold(answer)).toList();
        return words.size() == others.size()
                && IntStream.range(0, words.size())
                        .filter(i -> !words.get(i).equals(others.get(i)))
                        .map(i -> Math.min(words.get(i).length(), others.get(i).length()))
                        .allMatch(length -> length >= SHORTEST_WITH_SURE_SLIP);
    }

    private static boolean near(String key, String other, int slips) {
        return Math.abs(key.length() - other.length()) <= slips
                && key.length() <= LONGEST_WITH_SLIP
                && Slips.between(key, other) <= slips;
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

    private static Map<String, String> words(List<String> yes, List<String> no) {
        return Stream.concat(
                        yes.stream().map(word -> Map.entry(word, "Oui")),
                        no.stream().map(word -> Map.entry(word, "Non")))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
