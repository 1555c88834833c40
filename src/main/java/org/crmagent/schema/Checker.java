package org.crmagent.schema;

import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Json;

/**
 * Enforces one published schema. The verdict is a library validator's (JSON Schema 2020-12, formats asserted); here each of
 * its findings becomes a {@link Violation} that tells how to repair it. Safe for concurrent use; made once per schema.
 */
public final class Checker {
    private static final JsonNodeFactory NODES =
            new JakartaJsonNode.Factory(Json.PROVIDER.createParserFactory(Map.of()));
    private static final URI ROOT = URI.create("urn:schema");

    private final JsonObject schema;
    private final Validator validator;

    private Checker(JsonObject schema) {
        this.schema = schema;
        this.validator = new ValidatorFactory()
                .withJsonNodeFactory(NODES)
                .withEvaluatorFactory(new Keywords())
                .withDisabledSchemaValidation(true)
                .createValidator();
        validator.registerSchema(ROOT, schema);
    }

    /**
     * A checker of a valid schema, as {@link Schemas} makes them.
     *
     * @param schema JSON Schema 2020-12 without references to other documents
     */
    public static Checker of(JsonObject schema) {
        return new Checker(schema);
    }

    /**
     * All that is wrong with a value, in the order of the document, at most 50.
     *
     * @param instance what to check
     * @param basePointer where the value lies in the request body: {@code /input}, or empty for the body itself
     * @return empty when the schema takes the value. A missing or unknown member is named by its own pointer; a value with
     *     several faults is reported once, with the plainest
     */
    public List<Violation> check(JsonValue instance, String basePointer) {
        Validator.Result result = validator.validate(ROOT, instance);
        return result.isValid()
                ? SameIds.of(schema, instance, basePointer)
                : new Findings(this, schema, instance, basePointer).of(result.getErrors());
    }

    /**
     * True when one of the schema's parts takes a value.
     *
     * @param schemaPointer where the part lies in the schema, RFC 6901
     */
    public boolean takes(String schemaPointer, JsonValue instance) {
        return validator
                .validate(URI.create(ROOT + "#" + schemaPointer), instance)
                .isValid();
    }
}
