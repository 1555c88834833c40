package org.crmagent.model.qualification;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.crmagent.model.script.AnswerMeant;
import org.crmagent.tool.text.Json;
import org.crmagent.tool.text.Negation;
import org.jspecify.annotations.Nullable;

/**
 * Which value of a field somebody meant who said it in other words: in French or English, with units, in a country's own
 * way of writing numbers and dates.
 *
 * @param value fits the field
 * @param certain true where it can be nothing else
 */
record Reading(JsonValue value, boolean certain) {
    private static final List<String> YES_OR_NO = List.of("Oui", "Non");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern LIST = Pattern.compile("\\s*[,;/+&\\n]\\s*|\\s+(?:et|and)\\s+");
    private static final Pattern ADDRESSES = Pattern.compile("[A-Za-z0-9_.%+'-]+@[A-Za-z0-9.-]+[A-Za-z0-9]");
    private static final Pattern ONLY_A_PHONE = Pattern.compile("[+0-9 ().\\u00a0\\u202f/-]+");

    /**
     * Reads a text as the value of a field.
     *
     * @param country of telephone numbers without a prefix; null: unknown
     * @return empty where nothing that the field takes can be made of it
     */
    static Optional<Reading> of(QualificationField field, String text, @Nullable String country) {
        String bare = text.strip();
        if (ValueRules.length(bare) > ValueRules.LONGEST_LONG_TEXT) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text(bare, true).filter(reading -> reading.fits(field));
            case NUMBER -> affirmed(bare).flatMap(NumberReading::of).filter(reading -> reading.fits(field));
            case BOOLEAN -> yesOrNo(bare);
            case DATE -> affirmed(bare).flatMap(DateReading::of).filter(reading -> reading.fits(field));
            case EMAIL -> address(bare).filter(reading -> reading.fits(field));
            case PHONE ->
                PhoneNumber.read(bare, country)
                        .flatMap(e164 -> text(e164, ONLY_A_PHONE.matcher(bare).matches()))
                        .filter(reading -> reading.fits(field));
            case SELECT -> option(field, bare);
            case MULTI_SELECT -> options(field, bare);
        };
    }

    /** Not before a day, not more than a number: neither is told. */
    private static Optional<String> affirmed(String text) {
        return Negation.in(text) ? Optional.empty() : Optional.of(text);
    }

    static Optional<Reading> text(String value, boolean certain) {
        return Optional.of(new Reading(Json.createValue(value), certain));
    }

    private boolean fits(QualificationField field) {
        return value instanceof JsonString text
                ? ValueRules.fits(field, text.getString())
                : ValueRules.inRange(field, value);
    }

    private static Optional<Reading> yesOrNo(String text) {
        if (text.equals("1") || text.equals("0")) {
            return Optional.of(new Reading(text.equals("1") ? JsonValue.TRUE : JsonValue.FALSE, true));
        }
        return AnswerMeant.of(text, YES_OR_NO, true)
                .or(() -> first(text))
                .map(answer -> new Reading(
                        answer.answer().equals("Oui") ? JsonValue.TRUE : JsonValue.FALSE, answer.certain()));
    }

    /** A yes or no with more words behind it, unless they take it back. */
    private static Optional<AnswerMeant> first(String text) {
        List<String> words =
                WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<String> rest = words.subList(1, words.size());
        return AnswerMeant.of(words.get(0), YES_OR_NO, true)
                .filter(AnswerMeant::certain)
                .filter(answer -> answer.answer().equals("Oui")
                        ? rest.stream().noneMatch(Negation::in)
                        : rest.stream().noneMatch(word -> word.equalsIgnoreCase("oui") || word.equalsIgnoreCase("yes")))
                .map(answer -> AnswerMeant.perhaps(answer.answer()));
    }

    static Optional<Reading> option(QualificationField field, String text) {
        return field.choices().contains(text)
                ? text(text, true)
                : AnswerMeant.of(text, field.choices(), false)
                        .map(answer -> new Reading(Json.createValue(answer.answer()), answer.certain()));
    }

    /** The whole may be one option, with commas of its own. */
    private static Optional<Reading> options(QualificationField field, String text) {
        Optional<Reading> one = option(field, text).filter(Reading::certain);
        List<String> parts = one.isPresent()
                ? List.of(text)
                : LIST.splitAsStream(text).filter(part -> !part.isBlank()).toList();
        List<Optional<Reading>> readings =
                parts.stream().map(part -> option(field, part.strip())).toList();
        if (readings.isEmpty() || !readings.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        List<Reading> chosen = readings.stream().flatMap(Optional::stream).toList();
        List<String> options = chosen.stream()
                .map(reading -> ((JsonString) reading.value()).getString())
                .toList();
        return Optional.of(
                new Reading(ValueRules.inOrder(field, options), chosen.stream().allMatch(Reading::certain)));
    }

    private static Optional<Reading> address(String text) {
        List<String> found = ADDRESSES
                .matcher(text)
                .results()
                .map(each -> each.group())
                .distinct()
                .toList();
        return found.size() == 1 ? text(found.get(0), found.get(0).equals(text)) : Optional.empty();
    }
}
