package org.crmagent.model.qualification;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Canonical;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * Compares values with the fields of a form and collects all that is wrong with them. It takes what {@link ValuesSchema}
 * takes, no more; less only of telephone numbers that can't exist, and of more than fits into one answer.
 */
public final class ValuesCheck {
    private final Map<String, QualificationField> fields = new LinkedHashMap<>();
    private final String pointer;
    private final Violations violations;
    private final Misfits misfits;

    /**
     * A check against one form.
     *
     * @param country of the contact, ISO 3166-1 alpha-2, for suggestions of telephone numbers; null: unknown
     * @param pointer where the values stand in the input, e.g. {@code /values}
     * @param violations collects what is wrong
     */
    public ValuesCheck(
            List<QualificationField> fields, @Nullable String country, String pointer, Violations violations) {
        fields.forEach(field -> this.fields.put(field.key(), field));
        this.pointer = pointer;
        this.violations = violations;
        this.misfits = new Misfits(country, violations);
    }

    /**
     * Checks some values of the form: unknown keys, wrong types, bounds, options.
     *
     * @param given null stands for no value
     * @return what of it is right, in the order of the form, without nulls; lists of options in the order of the options
     */
    public JsonObject check(JsonObject given) {
        JsonObjectBuilder right = Json.createObjectBuilder();
        given.keySet().stream()
                .filter(key -> !fields.containsKey(key))
                .forEach(key -> misfits.key(fields.values(), key, at(key), given.keySet()));
        fields.forEach((key, field) -> {
            JsonValue value = given.getOrDefault(key, JsonValue.NULL);
            if (value != JsonValue.NULL) {
                value(field, value).ifPresent(fitting -> right.add(key, fitting));
            }
        });
        return right.build();
    }

    /**
     * Adds a violation for each value that no longer fits its field, whose bounds or options have changed since. Values of
     * fields that the form has lost are nobody's and stay.
     *
     * @param kept values that were stored before
     */
    public void checkKept(JsonObject kept) {
        fields.forEach((key, field) -> {
            JsonValue value = kept.getOrDefault(key, JsonValue.NULL);
            if (value != JsonValue.NULL && !ValueRules.fits(field, value)) {
                violations.add(
                        at(key),
                        "stored_value_unfit",
                        "the stored value no longer fits: it must be " + Wanted.of(field)
                                + "; give another one, or null for none");
            }
        });
    }

    /**
     * Adds a violation for each required field that has no value, unless what was given for it is wrong anyway.
     *
     * @param values all that is right
     * @param given what was checked
     */
    public void checkRequired(JsonObject values, JsonObject given) {
        missing(fields.values(), values).stream()
                .filter(field -> values.containsKey(field.key())
                        || given.getOrDefault(field.key(), JsonValue.NULL) == JsonValue.NULL)
                .forEach(field -> violations.add(
                        at(field.key()),
                        "required",
                        "the form needs " + field.key() + ", " + Wanted.of(field) + ": give it, or save a draft"));
    }

    /** Adds a violation where the values together are larger than always fits into one answer. */
    public void checkSize(JsonObject values) {
        int size = Canonical.text(values).getBytes(StandardCharsets.UTF_8).length;
        if (size > ValueRules.MOST_BYTES) {
            violations.add(
                    pointer,
                    "values_too_large",
                    "the values together have " + size + " bytes of JSON: give at most " + ValueRules.MOST_BYTES);
        }
    }

    /** The required fields that have no value; nothing chosen of several options is none. */
    public static List<QualificationField> missing(Collection<QualificationField> fields, JsonObject values) {
        return fields.stream()
                .filter(field -> Boolean.TRUE.equals(field.required()))
                .filter(field -> {
                    JsonValue value = values.getOrDefault(field.key(), JsonValue.NULL);
                    return value == JsonValue.NULL || (value instanceof JsonArray chosen && chosen.isEmpty());
                })
                .toList();
    }

    private Optional<JsonValue> value(QualificationField field, JsonValue value) {
        if (field.type() == FieldType.MULTI_SELECT && value instanceof JsonArray chosen) {
            return chosen(field, chosen);
        }
        boolean right = ValueRules.fits(field, value);
        if (!right) {
            misfits.value(field, at(field.key()), value);
        }
        return right ? Optional.of(value) : Optional.empty();
    }

    private Optional<JsonValue> chosen(QualificationField field, JsonArray items) {
        int before = violations.found().size();
        Set<String> options = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String at = at(field.key()) + "/" + i;
            if (!(items.get(i) instanceof JsonString option)) {
                violations.add(at, "wrong_type", "must be one of the options, as text");
            } else if (!field.choices().contains(option.getString())) {
                misfits.option(field, at, option.getString());
            } else if (!options.add(option.getString())) {
                violations.add(at, "duplicate_item", "is in the list already: name each option once");
            }
        }
        return violations.found().size() == before ? Optional.of(ValueRules.inOrder(field, options)) : Optional.empty();
    }

    private String at(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
