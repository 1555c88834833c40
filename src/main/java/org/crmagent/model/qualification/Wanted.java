package org.crmagent.model.qualification;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Says in a few words what a field takes. */
final class Wanted {
    private Wanted() {}

    static String of(QualificationField field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT ->
                "a text of 1 to " + ValueRules.longest(field.type()) + " characters, not only blanks";
            case NUMBER ->
                "a number from " + field.least().toPlainString() + " to "
                        + field.greatest().toPlainString();
            case BOOLEAN -> "true or false";
            case DATE -> "a date as YYYY-MM-DD";
            case EMAIL -> "an e-mail address such as name@example.com";
            case PHONE -> "a telephone number as +33612345678: E.164, of a length that its country has";
            case SELECT -> "one of its " + field.choices().size() + " options";
            case MULTI_SELECT -> "a list of some of its " + field.choices().size() + " options";
        };
    }

    /** Of a value that has the right type and is wrong all the same. */
    static String code(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT -> "bad_length";
            case NUMBER -> "out_of_range";
            default -> "bad_format";
        };
    }

    static boolean typeFits(QualificationField field, JsonValue value) {
        return switch (field.type()) {
            case NUMBER -> value instanceof JsonNumber;
            case BOOLEAN, MULTI_SELECT -> false;
            default -> value instanceof JsonString;
        };
    }
}
