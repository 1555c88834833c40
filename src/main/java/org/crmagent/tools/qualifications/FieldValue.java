package org.crmagent.tools.qualifications;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.TextLevel;
import org.crmagent.tool.Doc;

/** A field with its value. */
public record FieldValue(
        @Doc(value = "The field.", max = 40) String key,
        @Doc(value = "What people read.", max = 200) String label,
        @Doc("Its value; null: none.") JsonValue value) {

    /** Bytes that labels take at most: with values twice and keys thrice the answer stays within its bound. */
    private static final int LABELS = 12_000;

    /** Every field of a form, in its order. */
    static List<FieldValue> list(List<QualificationField> fields, JsonObject values) {
        TextLevel level = TextLevel.of(
                LABELS, fields.stream().map(QualificationField::label).toList());
        return fields.stream()
                .map(field -> new FieldValue(
                        field.key(), level.cut(field.label()), values.getOrDefault(field.key(), JsonValue.NULL)))
                .toList();
    }
}
