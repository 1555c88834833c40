package org.crmagent.mcp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.crmagent.call.CallMembers;
import org.crmagent.catalogue.Catalogue;
import org.crmagent.catalogue.Entry;
import org.crmagent.tool.Risk;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** {@code tools/list}: the catalogue in its fixed order, in the protocol's words. */
@ApplicationScoped
class ToolList {
    private static final String PROPERTIES = "properties";
    private static final String ORGANIZATION_ID = "organizationId";

    @Inject
    Catalogue catalogue;

    private volatile @Nullable JsonArray published;

    /** All tools: they are the same for every caller as long as the server runs. */
    JsonArray published() {
        JsonArray known = published;
        if (known == null) {
            JsonArrayBuilder tools = Json.createArrayBuilder();
            catalogue.entries().forEach(entry -> tools.add(tool(entry)));
            known = tools.build();
            published = known;
        }
        return known;
    }

    static JsonObject tool(Entry<?, ?> entry) {
        return Json.createObjectBuilder()
                .add("name", entry.name())
                .add("title", entry.spec().title())
                .add("description", entry.spec().description())
                .add("inputSchema", input(entry))
                .add("outputSchema", ResultSchema.of(entry.outputSchema()))
                .add(
                        "annotations",
                        annotations(entry.spec().risk(), entry.spec().title()))
                .build();
    }

    /** The tool's own members with those that every call has around them; the dialect is the protocol's own. */
    private static JsonObject input(Entry<?, ?> entry) {
        JsonObject own = entry.inputSchema();
        boolean bound = entry.spec().organization();
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        if (bound) {
            properties.add(ORGANIZATION_ID, CallMembers.BOUND.get(ORGANIZATION_ID));
            required.add(ORGANIZATION_ID);
        }
        own.getJsonObject(PROPERTIES).forEach(properties::add);
        own.getJsonArray("required").forEach(required::add);
        CallMembers.BOUND.forEach((name, schema) -> {
            if (!name.equals(ORGANIZATION_ID)) {
                properties.add(name, schema);
            }
        });
        return Json.createObjectBuilder(own)
                .remove("$schema")
                .add(PROPERTIES, properties)
                .add("required", required)
                .build();
    }

    /**
     * What a host may go by when it decides whether to ask a person. A set that is moved at once counts as destructive: what
     * it was before is told nowhere. Nothing is called idempotent, because only a {@code requestId} makes it so.
     */
    private static JsonObject annotations(Risk risk, String title) {
        return Json.createObjectBuilder()
                .add("title", title)
                .add("readOnlyHint", risk == Risk.READ)
                .add("destructiveHint", risk == Risk.BULK || risk == Risk.DESTRUCTIVE)
                .add("idempotentHint", risk == Risk.READ)
                .add("openWorldHint", false)
                .build();
    }
}
