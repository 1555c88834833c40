package org.crmagent.catalogue;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import org.crmagent.schema.Binder;
import org.crmagent.schema.Checker;
import org.crmagent.schema.Schemas;
import org.crmagent.tool.PlannedTool;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Json;

/**
 * A tool as the road and the published catalogue need it.
 *
 * @param inputSchema control members included
 * @param examples the inputs of the published examples, parsed
 */
public record Entry<I extends Record, O extends Record>(
        String name,
        ToolSpec spec,
        Tool<I, O> tool,
        Class<I> inputType,
        JsonObject inputSchema,
        JsonObject outputSchema,
        Checker checker,
        List<JsonObject> examples) {

    static <I extends Record, O extends Record> Entry<I, O> of(ToolTypes<I, O> types, Tool<I, O> tool) {
        ToolSpec spec = types.spec();
        boolean planned = tool instanceof PlannedTool;
        JsonObject inputSchema = Schemas.input(types.input(), spec, planned);
        return new Entry<>(
                types.name(),
                spec,
                tool,
                types.input(),
                inputSchema,
                Schemas.output(types.output(), planned),
                Checker.of(inputSchema),
                List.of(spec.examples()).stream()
                        .map(example -> parsed(example.input()))
                        .toList());
    }

    /** True when the tool changes data. */
    public boolean mutates() {
        return spec.risk().mutates();
    }

    /** Schema-valid JSON as the tool's input; control members are passed over. */
    public I bind(JsonObject input) {
        return Binder.bind(input, inputType);
    }

    /** What an input breaks of the tool's rules across members. */
    public Violations brokenRules(I input) {
        Violations broken = new Violations();
        tool.check(input, broken);
        return broken;
    }

    /** All that is wrong with an input: by its schema, else by the rules across its members. */
    public List<Violation> broken(JsonObject input) {
        List<Violation> bySchema = checker.check(input, Violations.INPUT);
        return bySchema.isEmpty() ? brokenRules(bind(input)).found() : bySchema;
    }

    /** The tool as the capabilities operation lists it. */
    public JsonObject published() {
        JsonArrayBuilder published = Json.createArrayBuilder();
        for (int i = 0; i < examples.size(); i++) {
            published.add(Json.createObjectBuilder()
                    .add("description", spec.examples()[i].description())
                    .add("input", examples.get(i)));
        }
        return Json.createObjectBuilder()
                .add("name", name)
                .add("title", spec.title())
                .add("description", spec.description())
                .add("riskLevel", spec.risk().name().toLowerCase(Locale.ROOT))
                .add("requiresOrganizationId", spec.organization())
                .add("supportsDryRun", mutates())
                .add("crmModule", spec.organization() ? Json.createValue("outbound") : JsonValue.NULL)
                .add("inputSchema", inputSchema)
                .add("outputSchema", outputSchema)
                .add("examples", published)
                .build();
    }

    static JsonObject parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
