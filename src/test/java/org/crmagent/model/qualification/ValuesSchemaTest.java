package org.crmagent.model.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Random;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.junit.jupiter.api.Test;

/** The published schema, in the eyes of a validator that shares no code with this product, and the check say the same. */
class ValuesSchemaTest {
    private static final int FORMS = 400;
    private static final int VALUES_OF_EACH = 60;

    private final Random random = new Random(20_261_126);
    private final RandomForms forms = new RandomForms(random);
    private int accepted;
    private int refused;
    private int lessThanTheSchema;

    @Test
    void takesExactlyWhatTheCheckTakes() {
        for (int i = 0; i < FORMS; i++) {
            List<QualificationField> fields = forms.form();
            boolean draft = random.nextBoolean();
            SecondOpinion opinion = new SecondOpinion(ValuesSchema.of(fields, draft));
            for (int j = 0; j < VALUES_OF_EACH; j++) {
                agree(fields, draft, opinion, forms.values(fields));
            }
        }
        assertTrue(accepted > 4_000 && refused > 8_000, () -> accepted + " were accepted, " + refused + " refused");
        assertTrue(lessThanTheSchema > 10, "no telephone number was refused for its length");
    }

    /** A number that can't exist is the one thing that the schema takes and the check does not. */
    private void agree(List<QualificationField> fields, boolean draft, SecondOpinion opinion, JsonObject values) {
        boolean valid = opinion.takes(values);
        Violations violations = new Violations();
        ValuesCheck check = new ValuesCheck(fields, null, "", violations);
        JsonObject right = check.check(values);
        if (!draft) {
            check.checkRequired(right, values);
        }
        List<Violation> found = violations.found();
        boolean onlyPhones = !found.isEmpty()
                && found.stream().allMatch(each -> RandomForms.isLonelyPhone(fields, values, each.pointer()));
        if (valid && onlyPhones) {
            lessThanTheSchema++;
            return;
        }
        assertEquals(valid, found.isEmpty(), () -> QualificationField.write(fields) + "\n" + values + "\n" + found);
        if (valid) {
            accepted++;
            assertEquals(given(values), right.size());
            assertTrue(opinion.takes(right), right::toString);
        } else {
            refused++;
        }
    }

    private static long given(JsonObject values) {
        return values.values().stream().filter(value -> value != JsonValue.NULL).count();
    }

    @Test
    void isClosedAndPlain() {
        JsonObject schema = ValuesSchema.of(Fields.ALL, false);
        assertEquals("[\"name\",\"kit\"]", schema.getJsonArray("required").toString());
        assertEquals(JsonValue.FALSE, schema.get("additionalProperties"));
        assertEquals(
                JsonValue.EMPTY_JSON_ARRAY, ValuesSchema.of(Fields.ALL, true).get("required"));
        String text = schema.toString();
        assertTrue(
                List.of("anyOf", "oneOf", "allOf", "$ref", "\"not\"", "(?").stream()
                        .noneMatch(text::contains),
                text);
    }
}
