package org.crmagent.model.qualification;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.crmagent.tool.text.Json;

/**
 * The values of a form as JSON Schema 2020-12, to be handed to a language model as it is: closed, flat, without references
 * and combinators. A field that need not be filled takes null, which means no value.
 */
public final class ValuesSchema {
    private ValuesSchema() {}

    /**
     * The schema.
     *
     * @param draft true: nothing is required
     */
    public static JsonObject of(List<QualificationField> fields, boolean draft) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (QualificationField field : fields) {
            boolean needed = !draft && Boolean.TRUE.equals(field.required());
            properties.add(field.key(), property(field, needed));
            if (needed) {
                required.add(field.key());
            }
        }
        return Json.createObjectBuilder()
                .add("$schema", "https://json-schema.org/draft/2020-12/schema")
                .add("type", "object")
                .add(
                        "description",
                        "Values of the form; null: no value. Beyond this schema, together at most "
                                + ValueRules.MOST_BYTES
                                + " bytes of JSON, and telephone numbers of a length that their country has.")
                .add("properties", properties)
                .add("required", required)
                .add("additionalProperties", false)
                .build();
    }

    private static JsonObjectBuilder property(QualificationField field, boolean needed) {
        JsonObjectBuilder schema = Json.createObjectBuilder();
        type(schema, field.type(), needed);
        switch (field.type()) {
            case TEXT, LONG_TEXT ->
                schema.add("maxLength", ValueRules.longest(field.type())).add("pattern", ValueRules.SPEAKING);
            case NUMBER -> schema.add("minimum", field.least()).add("maximum", field.greatest());
            case DATE -> schema.add("format", "date").add("pattern", ValueRules.DATE);
            case EMAIL -> schema.add("maxLength", ValueRules.LONGEST_EMAIL).add("pattern", ValueRules.EMAIL);
            case PHONE -> schema.add("pattern", ValueRules.PHONE);
            case SELECT ->
                schema.add("enum", needed ? options(field) : options(field).addNull());
            case MULTI_SELECT ->
                schema.add(
                                "items",
                                Json.createObjectBuilder().add("type", "string").add("enum", options(field)))
                        .add("minItems", needed ? 1 : 0)
                        .add("maxItems", field.choices().size())
                        .add("uniqueItems", true);
            case BOOLEAN -> {}
        }
        return schema.add("description", field.help() == null ? field.label() : field.label() + ". " + field.help());
    }

    private static void type(JsonObjectBuilder schema, FieldType type, boolean needed) {
        String name = switch (type) {
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case MULTI_SELECT -> "array";
            default -> "string";
        };
        if (needed) {
            schema.add("type", name);
        } else {
            schema.add("type", Json.createArrayBuilder().add(name).add("null"));
        }
    }

    private static JsonArrayBuilder options(QualificationField field) {
        return Json.createArrayBuilder(field.choices());
    }
}
