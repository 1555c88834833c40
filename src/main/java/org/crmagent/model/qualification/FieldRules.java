package org.crmagent.model.qualification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmagent.model.VisibleName;
import org.crmagent.tool.NumberOrMap;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Nearest;
import org.jspecify.annotations.Nullable;

/** What must hold of a form before it is stored, beyond what the schema of one field can say. */
public final class FieldRules {
    private FieldRules() {}

    /**
     * Collects everything that is wrong with a form.
     *
     * @param pointer where the fields stand in the input, e.g. {@code /fields}
     */
    public static void check(List<QualificationField> fields, String pointer, Violations violations) {
        Map<String, String> keys = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            QualificationField field = fields.get(i);
            String at = pointer + "/" + i;
            String first = keys.putIfAbsent(field.key(), at);
            if (first != null) {
                violations.add(
                        at + "/key",
                        "duplicate_key",
                        "the field at " + Violations.INPUT + first + " has this key already");
            }
            if (!VisibleName.isVisible(field.label())) {
                violations.add(at + "/label", "blank", "the label must hold a letter, a digit or a sign");
            }
            options(field, at, violations);
            range(field, at, violations);
            score(field, at, violations);
        }
    }

    /** Blanks around an option would not show, and keep its value from being found. */
    private static void options(QualificationField field, String at, Violations violations) {
        if (field.type().hasOptions() && field.options() == null) {
            violations.add(at + "/options", "required", "a select or multi_select needs its options");
        }
        if (!field.type().hasOptions()) {
            foreign(field.options(), at + "/options", "only a select or multi_select has options", violations);
        }
        for (int i = 0; i < field.choices().size(); i++) {
            String option = field.choices().get(i);
            if (!VisibleName.isVisible(option)) {
                violations.add(at + "/options/" + i, "blank", "the option must hold a letter, a digit or a sign");
            } else if (!option.strip().equals(option)) {
                violations.add(at + "/options/" + i, "untrimmed", "the option has blanks around it", option.strip());
            }
        }
    }

    private static void range(QualificationField field, String at, Violations violations) {
        if (field.type() != FieldType.NUMBER) {
            foreign(field.min(), at + "/min", "only a number has a least value", violations);
            foreign(field.max(), at + "/max", "only a number has a greatest value", violations);
        } else if (field.min() != null && field.max() != null && field.min().compareTo(field.max()) > 0) {
            violations.add(at + "/max", "below_min", "max must not be below min");
        }
    }

    private static void score(QualificationField field, String at, Violations violations) {
        NumberOrMap score = field.score();
        if (score == null) {
            return;
        }
        boolean one = score.number() != null;
        if (field.type() == FieldType.BOOLEAN && !one) {
            violations.add(at + "/score", "wrong_score", "a boolean scores one number, the points for true");
        } else if (field.type().hasOptions() && one) {
            violations.add(at + "/score", "wrong_score", "a select scores an object, option to points");
        } else if (field.type() != FieldType.BOOLEAN && !field.type().hasOptions()) {
            foreign(score, at + "/score", "only a boolean, select or multi_select scores", violations);
        } else {
            score.numbers().keySet().stream()
                    .filter(option -> !field.choices().contains(option))
                    .forEach(option -> unknown(option, field, at, violations));
        }
    }

    private static void unknown(String option, QualificationField field, String at, Violations violations) {
        String pointer = at + "/score/" + option.replace("~", "~0").replace("/", "~1");
        String message = "points are given for an option that the field does not have";
        Nearest.of(option, field.choices())
                .ifPresentOrElse(
                        near -> violations.add(pointer, "unknown_option", message, near),
                        () -> violations.add(pointer, "unknown_option", message));
    }

    private static void foreign(@Nullable Object value, String pointer, String why, Violations violations) {
        if (value != null) {
            violations.add(pointer, "not_for_type", why + ": leave it out, or give the field another type");
        }
    }
}
