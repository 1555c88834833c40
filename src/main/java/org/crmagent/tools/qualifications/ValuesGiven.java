package org.crmagent.tools.qualifications;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.crmagent.model.QualificationStatus;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.model.qualification.ValuesCheck;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Counted;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** Values of a call over those that are there already: what is given replaces, null clears, the rest stays. */
final class ValuesGiven {
    private ValuesGiven() {}

    /**
     * All values after the call. A draft may keep what the form would no longer take; what is decided has to fit it as it is
     * now.
     *
     * @param before those that are there already; some may be of fields that the form has lost, which only null can name
     * @param country of the contact; null: unknown
     * @throws org.crmagent.tool.Refusal {@code validation_failed} with all that is wrong
     */
    static JsonObject over(
            JsonObject before,
            JsonObject given,
            List<QualificationField> fields,
            QualificationStatus status,
            @Nullable String country) {
        Violations violations = new Violations();
        ValuesCheck check = new ValuesCheck(fields, country, "/values", violations);
        JsonObject right = check.check(withoutCleared(before, given));
        JsonObject kept = kept(before, given);
        JsonObjectBuilder all = Json.createObjectBuilder(kept);
        right.forEach(all::add);
        JsonObject merged = all.build();
        if (status != QualificationStatus.DRAFT) {
            check.checkKept(kept);
            check.checkRequired(merged, given);
        }
        check.checkSize(merged);
        violations.refuse(
                ErrorCode.VALIDATION_FAILED,
                "Nothing was done: "
                        + Counted.of(violations.found().size(), "value does", "values do")
                        + " not fit the form; see the violations.");
        return merged;
    }

    private static JsonObject withoutCleared(JsonObject before, JsonObject given) {
        JsonObjectBuilder rest = Json.createObjectBuilder();
        given.forEach((key, value) -> {
            if (value != JsonValue.NULL || !before.containsKey(key)) {
                rest.add(key, value);
            }
        });
        return rest.build();
    }

    private static JsonObject kept(JsonObject before, JsonObject given) {
        JsonObjectBuilder kept = Json.createObjectBuilder(before);
        given.keySet().forEach(kept::remove);
        return kept.build();
    }
}
