package org.crmagent.model.qualification;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Pattern;
import org.crmagent.tool.text.Json;

/** What values may be, said once for the check and for the published schema. */
final class ValueRules {
    static final int LONGEST_TEXT = 500;
    static final int LONGEST_LONG_TEXT = 4_000;
    static final int LONGEST_EMAIL = 254;

    /** Values are shown twice in one answer, beside the labels of their fields; more would not always fit. */
    static final int MOST_BYTES = 20 * 1024;

    /** A text says something. No shorthand classes here and below: regular expressions differ in what they mean by them. */
    static final String SPEAKING = "[^ \\t\\r\\n]";

    /** What mail systems take in practice, which is less than RFC 5321 allows; formats of validators differ, a pattern does not. */
    static final String EMAIL = "^[A-Za-z0-9_%+'-]([A-Za-z0-9_.%+'-]{0,62}[A-Za-z0-9_%+'-])?"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$";

    /** ITU-T E.164. */
    static final String PHONE = "^\\+[1-9][0-9]{6,14}$";

    /** Years 1000 to 2999; whether the day exists is the format's matter. */
    static final String DATE = "^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$";

    private static final Pattern SPEAKING_TEXT = Pattern.compile(SPEAKING);
    private static final Pattern EMAIL_TEXT = Pattern.compile(EMAIL);
    private static final Pattern PHONE_TEXT = Pattern.compile(PHONE);
    private static final Pattern DATE_TEXT = Pattern.compile(DATE);

    private ValueRules() {}

    /** True where the field takes such a text as it is. */
    static boolean fits(QualificationField field, String text) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT ->
                length(text) <= longest(field.type())
                        && SPEAKING_TEXT.matcher(text).find();
            case EMAIL ->
                text.length() <= LONGEST_EMAIL && EMAIL_TEXT.matcher(text).matches();
            case PHONE -> PHONE_TEXT.matcher(text).matches() && PhoneNumber.isPossible(text);
            case DATE -> DATE_TEXT.matcher(text).matches() && isDay(text);
            case SELECT -> field.choices().contains(text);
            case NUMBER, BOOLEAN, MULTI_SELECT -> false;
        };
    }

    /** Characters (code points) of a text at most. */
    static int longest(FieldType type) {
        return type == FieldType.TEXT ? LONGEST_TEXT : LONGEST_LONG_TEXT;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    /** True where a field takes a value. */
    static boolean fits(QualificationField field, JsonValue value) {
        return switch (field.type()) {
            case NUMBER -> inRange(field, value);
            case BOOLEAN -> value == JsonValue.TRUE || value == JsonValue.FALSE;
            case MULTI_SELECT ->
                value instanceof JsonArray chosen
                        && chosen.stream()
                                .allMatch(item -> item instanceof JsonString option
                                        && field.choices().contains(option.getString()));
            default -> value instanceof JsonString text && fits(field, text.getString());
        };
    }

    static boolean inRange(QualificationField field, JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            return false;
        }
        BigDecimal exact = number.bigDecimalValue();
        return exact.compareTo(field.least()) >= 0 && exact.compareTo(field.greatest()) <= 0;
    }

    /** Options in the order of the field. */
    static JsonArray inOrder(QualificationField field, Collection<String> options) {
        return Json.createArrayBuilder(
                        field.choices().stream().filter(options::contains).toList())
                .build();
    }
}
