package org.crmagent.model.qualification;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * Values that the answers of a call fill in by themselves.
 *
 * @param values of the fields whose capture was understood, in the order of the form; each fits its field
 * @param warnings {@code prefill_unsure} for each value that may have been meant otherwise, {@code prefill_unreadable} for
 *     each answer of which nothing fitting could be made
 */
public record Prefill(JsonObject values, List<Warning> warnings) {

    /**
     * Reads captures.
     *
     * @param captured answers by capture key
     * @param country of the contact, ISO 3166-1 alpha-2, for telephone numbers; null: unknown
     */
    public static Prefill of(List<QualificationField> fields, Map<String, String> captured, @Nullable String country) {
        JsonObjectBuilder values = Json.createObjectBuilder();
        List<Warning> warnings = new ArrayList<>();
        for (QualificationField field : fields) {
            String answer = field.fromCapture() == null ? null : captured.get(field.fromCapture());
            if (answer == null) {
                continue;
            }
            Optional<Reading> reading = Reading.of(field, answer, country);
            reading.ifPresent(read -> values.add(field.key(), read.value()));
            if (reading.isEmpty()) {
                warnings.add(new Warning(
                        "prefill_unreadable",
                        "The answer for " + field.key() + " was left out: it must be " + Wanted.of(field) + ".",
                        null));
            } else if (!reading.get().certain()) {
                warnings.add(new Warning(
                        "prefill_unsure",
                        "The answer for " + field.key() + " may have been meant otherwise: look at its value.",
                        null));
            }
        }
        return new Prefill(values.build(), List.copyOf(warnings));
    }
}
