package org.crmagent.tools.scripttemplates;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.store.Row;
import org.jspecify.annotations.Nullable;

/** A template as it was read. */
record StoredScript(
        UUID id,
        ScriptContent content,
        TemplateStatus status,
        int stepCount,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    static StoredScript of(Row row) {
        return new StoredScript(
                row.uuid("id"),
                new ScriptContent(
                        row.text("name"),
                        row.textOrNull("description"),
                        row.cell("language"),
                        ScriptStep.read(row.json("steps").asJsonArray())),
                row.constant("status", TemplateStatus.class),
                row.integer("step_count"),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    List<ScriptStep> steps() {
        return content.steps();
    }

    /** As answers show it, with its steps. */
    ScriptTemplateView view() {
        return view(id, Optional.of(ScriptStep.write(steps()).getValuesAs(JsonObject.class)));
    }

    /** As answers show it where the steps are not asked for. */
    ScriptTemplateView withoutSteps() {
        return view(id, Optional.empty());
    }

    /** As the dry run of a creation shows it. */
    ScriptTemplateView withoutId() {
        return view(null, view().steps());
    }

    private ScriptTemplateView view(@Nullable UUID shown, Optional<List<JsonObject>> steps) {
        return new ScriptTemplateView(
                shown,
                content.name(),
                content.description(),
                content.language(),
                status,
                stepCount,
                steps,
                version,
                createdAt,
                updatedAt);
    }
}
