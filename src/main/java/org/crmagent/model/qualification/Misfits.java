package org.crmagent.model.qualification;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Fold;
import org.crmagent.tool.text.Nearest;
import org.crmagent.tool.text.Options;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a value, and suggests what was meant. */
final class Misfits {
    private final @Nullable String country;
    private final Violations violations;

    /** Of a contact in this country, if it is known. */
    Misfits(@Nullable String country, Violations violations) {
        this.country = country;
        this.violations = violations;
    }

    /** A value that its field does not take. */
    void value(QualificationField field, String at, JsonValue value) {
        if (field.type() == FieldType.SELECT && value instanceof JsonString text) {
            option(field, at, text.getString());
            return;
        }
        String code = Wanted.typeFits(field, value) ? Wanted.code(field.type()) : "wrong_type";
        String message = "must be " + Wanted.of(field);
        Optional<Reading> meant =
                value instanceof JsonString text ? Reading.of(field, text.getString(), country) : Optional.empty();
        if (meant.isEmpty()) {
            violations.add(at, code, message);
        } else {
            suggest(at, code, message, meant.get());
        }
    }

    /** A text that is no option of a field. */
    void option(QualificationField field, String at, String given) {
        String message = "is no option of " + field.key() + ": use " + Options.told(field.choices());
        Reading.option(field, given.strip())
                .ifPresentOrElse(
                        meant -> suggest(at, "not_allowed_value", message, meant),
                        () -> violations.add(at, "not_allowed_value", message));
    }

    private void suggest(String at, String code, String message, Reading meant) {
        String words = meant.value() instanceof JsonString text
                ? text.getString()
                : meant.value().toString();
        if (meant.certain()) {
            violations.correct(at, code, message, words, meant.value());
        } else {
            violations.add(at, code, message, words);
        }
    }

    /** A key that no field has; somebody may have taken the label for it. */
    void key(Collection<QualificationField> fields, String key, String at, Set<String> present) {
        List<QualificationField> free =
                fields.stream().filter(field -> !present.contains(field.key())).toList();
        Optional<String> near = Nearest.of(
                        key, free.stream().map(QualificationField::key).toList())
                .or(() -> free.stream()
                        .filter(field -> Fold.fold(field.label()).equals(Fold.fold(key)))
                        .map(QualificationField::key)
                        .findFirst());
        String message = "the form has no field of this key: "
                + near.map(each -> "write " + each).orElse("leave it out");
        near.ifPresentOrElse(
                each -> violations.add(at, "unknown_member", message, each),
                () -> violations.add(at, "unknown_member", message));
    }
}
