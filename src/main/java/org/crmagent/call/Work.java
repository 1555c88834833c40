package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.crmagent.catalogue.Catalogue;
import org.crmagent.catalogue.Entry;
import org.crmagent.schema.JsonWriter;
import org.crmagent.tool.AskingTool;
import org.crmagent.tool.Call;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Plan;
import org.crmagent.tool.PlannedTool;
import org.crmagent.tool.Result;
import org.crmagent.tool.Tool;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** Runs the tool: a planned one as plan and apply, any other as it is. */
@ApplicationScoped
class Work {

    @Inject
    Consent consent;

    @Inject
    Previews previews;

    @Inject
    Catalogue catalogue;

    /**
     * What came of it.
     *
     * @param data the result's data as JSON, with the preview token of a dry run
     */
    record Done(Result<?> result, JsonValue data) {}

    /**
     * Runs it.
     *
     * @param suspended true where the organization may not be changed: told only once ids and versions are known to be
     *     right, and before anything about previews and counts
     */
    <I extends Record, O extends Record> Done run(Entry<I, O> entry, I input, Attempt attempt, boolean suspended) {
        Call call = new Call(
                attempt.toolName,
                attempt.caller,
                attempt.organizationId(),
                attempt.started,
                attempt.dryRun(),
                suspended,
                attempt.passable().number("expectedVersion"));
        Done done = entry.tool() instanceof PlannedTool<I, O> planned
                ? planned(planned, entry, input, attempt, call, suspended)
                : done(entry, attempt, single(entry.tool(), input, attempt, call), null);
        if (entry.spec().versioned() && !call.versionChecked()) {
            throw new IllegalStateException(attempt.toolName + " did not check the version");
        }
        if (suspended && entry.mutates()) {
            throw Gate.suspended();
        }
        return suspended ? new Done(readable(done.result()), done.data()) : done;
    }

    /** Nobody is led to a change that would be refused. */
    private Result<?> readable(Result<?> result) {
        return result.nextOnly(result.nextActions().stream()
                .filter(action -> catalogue.find(action.toolName()).stream().noneMatch(Entry::mutates))
                .toList());
    }

    private static <I extends Record, O extends Record> Result<O> single(
            Tool<I, O> tool, I input, Attempt attempt, Call call) {
        return tool instanceof AskingTool<I, O> asking ? asking.run(input, call, attempt.asked) : tool.run(input, call);
    }

    private <I extends Record, O extends Record> Done planned(
            PlannedTool<I, O> tool, Entry<I, O> entry, I input, Attempt attempt, Call call, boolean suspended) {
        Plan<O> plan = tool.plan(input, call);
        if (suspended) {
            throw Gate.suspended();
        }
        consent.granted(entry, attempt, plan);
        if (attempt.dryRun()) {
            return done(entry, attempt, plan.preview(), previews.issue(attempt, plan));
        }
        Result<O> applied = tool.apply(input, plan, call);
        String token = attempt.passable().control("previewToken");
        if (token != null) {
            previews.spend(attempt, token);
        }
        return done(entry, attempt, applied, null);
    }

    private static Done done(Entry<?, ?> entry, Attempt attempt, Result<?> result, @Nullable String token) {
        JsonObject data = JsonWriter.write(result.data()).asJsonObject();
        if (!attempt.dryRun()) {
            return new Done(result, data);
        }
        List<NextAction> applied =
                List.of(Consent.apply(entry, attempt, token, attempt.passable().number("expectedCount")));
        return new Done(
                result.nextOnly(applied),
                token == null
                        ? data
                        : Json.createObjectBuilder(data)
                                .add("previewToken", token)
                                .build());
    }
}
