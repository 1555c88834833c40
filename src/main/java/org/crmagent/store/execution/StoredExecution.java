package org.crmagent.store.execution;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.ExecutionStatus;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.model.script.SelectedPath;
import org.crmagent.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * A script execution as it was read.
 *
 * @param contactName first and last name; null without any
 * @param agentId who reads the script; null where nobody is named
 * @param scriptTemplateId null once the template is deleted
 * @param templateVersion the version of the template that was copied
 * @param templateName its name then; null where a loader gave none
 * @param steps its steps then, which are those of the execution whatever becomes of the template
 * @param responses every answer by step id, also off the selected path
 * @param completedAt when it was completed or abandoned; null while it is in progress
 */
public record StoredExecution(
        UUID id,
        UUID campaignId,
        String campaignName,
        UUID contactId,
        @Nullable String contactName,
        @Nullable UUID agentId,
        @Nullable String agentName,
        @Nullable UUID scriptTemplateId,
        int templateVersion,
        @Nullable String templateName,
        List<ScriptStep> steps,
        ExecutionStatus status,
        Map<String, String> responses,
        Instant startedAt,
        @Nullable Instant completedAt,
        Instant updatedAt) {

    /** True until it is completed or abandoned. */
    public boolean open() {
        return status == ExecutionStatus.IN_PROGRESS;
    }

    /** The way that its answers take through its script. */
    public SelectedPath path() {
        return SelectedPath.of(steps, responses);
    }

    static StoredExecution of(Row row) {
        JsonObject snapshot = row.json("template_snapshot").asJsonObject();
        return new StoredExecution(
                row.uuid("id"),
                row.uuid("campaign_id"),
                row.text("campaign_name"),
                row.uuid("contact_id"),
                row.textOrNull("contact_name"),
                row.uuidOrNull("agent_id"),
                row.textOrNull("agent_name"),
                row.uuidOrNull("script_template_id"),
                row.integer("template_version"),
                snapshot.getString("name", null),
                snapshot.containsKey("steps") ? ScriptStep.read(snapshot.getJsonArray("steps")) : List.of(),
                row.constant("status", ExecutionStatus.class),
                answers(row.json("responses").asJsonObject()),
                row.instant("started_at"),
                row.instantOrNull("completed_at"),
                row.instant("updated_at"));
    }

    /** A loader may have kept a number as a number; null is no answer. */
    private static Map<String, String> answers(JsonObject responses) {
        Map<String, String> answers = new LinkedHashMap<>();
        responses.forEach((step, answer) -> {
            if (answer != JsonValue.NULL) {
                answers.put(step, answer instanceof JsonString text ? text.getString() : answer.toString());
            }
        });
        return answers;
    }
}
