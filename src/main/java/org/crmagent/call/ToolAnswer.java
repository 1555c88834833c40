package org.crmagent.call;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crmagent.schema.JsonWriter;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** Puts what a tool found, or why it was refused, into the shape of a tool's answer. */
final class ToolAnswer {
    private static final int LARGEST = 96 * 1024;

    private static final Warning TOO_LARGE_TO_REPEAT = new Warning(
            "next_action_left_out",
            "The input is too large to be repeated here: send it again without dryRun to apply it.",
            null);

    private ToolAnswer() {}

    /**
     * A success. The next action of a dry run repeats its input; where that makes the answer too large it is left out.
     *
     * @throws IllegalStateException when the answer is larger than any may be: a bug of the tool, rolled back
     */
    static Answer success(Attempt attempt, Result<?> result, JsonValue data, Instant now) {
        Answer whole = success(attempt, result, data, result.warnings(), result.nextActions(), now);
        if (whole.body().length > LARGEST && attempt.dryRun()) {
            List<Warning> warnings = new ArrayList<>(result.warnings());
            warnings.add(TOO_LARGE_TO_REPEAT);
            whole = success(attempt, result, data, warnings, List.of(), now);
        }
        if (whole.body().length > LARGEST) {
            throw new IllegalStateException(
                    attempt.toolName + " answered " + whole.body().length + " bytes, over " + LARGEST);
        }
        return whole;
    }

    private static Answer success(
            Attempt attempt,
            Result<?> result,
            JsonValue data,
            List<Warning> warnings,
            List<NextAction> nextActions,
            Instant now) {
        JsonObject answer = json(attempt, "success", result.summary(), data, warnings, nextActions, now);
        return Envelope.success(answer, attempt.requestId, result.paging());
    }

    /** A refusal, with or without a tool. */
    static Answer refusal(Attempt attempt, Refusal refusal, Instant now) {
        if (!attempt.reachedTool()) {
            return Envelope.error(refusal.code(), refusal.sentence(), refusal.violations(), attempt.requestId);
        }
        JsonObjectBuilder members = Json.createObjectBuilder(Envelope.errorData(refusal.code(), refusal.violations()));
        refusal.details().forEach((name, value) -> members.add(name, JsonWriter.write(value)));
        JsonObject data =
                json(attempt, "error", refusal.sentence(), members.build(), List.of(), refusal.nextActions(), now);
        return Envelope.error(refusal.code(), refusal.sentence(), data, attempt.requestId);
    }

    private static JsonObject json(
            Attempt attempt,
            String status,
            String summary,
            JsonValue data,
            List<Warning> warnings,
            List<NextAction> nextActions,
            Instant now) {
        JsonArrayBuilder next = Json.createArrayBuilder();
        for (NextAction action : nextActions) {
            next.add(Json.createObjectBuilder()
                    .add("toolName", action.toolName())
                    .add("organizationId", id(action.here() ? attempt.organizationId() : action.organizationId()))
                    .add("reason", action.reason())
                    .add("suggestedInput", JsonWriter.write(action.suggestedInput())));
        }
        return Json.createObjectBuilder()
                .add("toolName", attempt.toolName)
                .add("organizationId", id(attempt.organizationId()))
                .add("status", status)
                .add("summary", summary)
                .add("data", data)
                .add("warnings", JsonWriter.write(warnings))
                .add("nextActions", next)
                .add("durationMs", attempt.durationMillis(now))
                .add("dryRun", attempt.dryRun())
                .build();
    }

    private static JsonValue id(@Nullable UUID id) {
        return id == null ? JsonValue.NULL : Json.createValue(id.toString());
    }
}
