package org.crmagent.tools.scripttemplates;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.script.ScriptContent;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** A call script with all its columns. */
public record ScriptTemplateView(
        @Doc("The template; null only in the dry run of a creation.") @Nullable
        UUID id,

        @Doc(value = "Unique among the script templates that are not archived.", max = 120)
        String name,

        @Doc(value = "What it is for.", max = 2000) @Nullable
        String description,

        @Doc(value = "Language of its texts.", max = 200) String language,
        @Doc("Only a published one can be attached.") TemplateStatus status,
        @Doc("Steps of the whole tree.") int stepCount,

        @Doc(value = "The tree, as create_script_template takes it.", max = 5000)
        Optional<List<JsonObject>> steps,

        @Doc("Grows by one with each change; send it as expectedVersion.")
        int version,

        @Doc("When it was made.") Instant createdAt,
        @Doc("When it was last changed.") Instant updatedAt) {

    /** With the id and the steps where they are to be shown. */
    static ScriptTemplateView of(@Nullable UUID id, StoredTemplate<ScriptContent> script, boolean steps) {
        ScriptContent content = script.content();
        return new ScriptTemplateView(
                id,
                content.name(),
                content.description(),
                content.language(),
                script.status(),
                content.stepCount(),
                steps ? Optional.of(content.parts().getValuesAs(JsonObject.class)) : Optional.empty(),
                script.version(),
                script.createdAt(),
                script.updatedAt());
    }
}
