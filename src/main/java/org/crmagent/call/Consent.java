package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmagent.catalogue.Entry;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Plan;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.jspecify.annotations.Nullable;

/** What a caller must say before something is applied: confirmation, and for sets the preview or the number it expects. */
@ApplicationScoped
class Consent {

    @Inject
    Previews previews;

    /**
     * A tool that needs it is applied only with {@code confirm: true}.
     *
     * @throws Refusal {@code confirmation_required}
     */
    void confirmed(Entry<?, ?> entry, Attempt attempt) {
        Request request = attempt.passable();
        if (entry.spec().confirm() && !attempt.dryRun() && !request.flag("confirm")) {
            throw new Refusal(
                    ErrorCode.CONFIRMATION_REQUIRED,
                    "Nothing was done: preview with dryRun: true, then apply with confirm: true.",
                    List.of(new Violation("/input/confirm", "confirmation_required", "confirm must be true", "true")),
                    List.of(preview(attempt)));
        }
    }

    /**
     * What the plan found must be what the caller saw or expects. A dry run fails where the run would; only what a preview
     * is the remedy for, it is not asked for.
     *
     * @throws Refusal {@code preview_invalid}, {@code preview_stale}, {@code expected_count_required}, {@code
     *     expected_count_mismatch}
     */
    void granted(Entry<?, ?> entry, Attempt attempt, Plan<?> plan) {
        Request request = attempt.passable();
        String token = request.control("previewToken");
        if (token != null && !previews.holds(attempt, token, plan)) {
            throw stale(entry, attempt, plan);
        }
        Long expected = request.number("expectedCount");
        if (expected == null && token == null && plan.needsExpectedCount() && !attempt.dryRun()) {
            throw new Refusal(
                    ErrorCode.EXPECTED_COUNT_REQUIRED,
                    "Nothing was done: so large a change needs expectedCount or a previewToken; preview it first.",
                    List.of(new Violation(
                            "/input/expectedCount", "expected_count_required", "give the number you expect", null)),
                    List.of(preview(attempt)));
        }
        if (expected != null && expected != plan.count()) {
            throw new Refusal(
                    ErrorCode.EXPECTED_COUNT_MISMATCH,
                    "Nothing was done: " + plan.count() + " would be affected, not " + expected + ".",
                    List.of(new Violation(
                            "/input/expectedCount",
                            "expected_count_mismatch",
                            plan.count() + " would be affected",
                            Long.toString(plan.count()))),
                    List.of(preview(attempt)));
        }
    }

    /** The one next action of a dry run: the same call applied, bound to its preview and to the number where there are any. */
    static NextAction apply(Entry<?, ?> entry, Attempt attempt, @Nullable String token, @Nullable Long expected) {
        JsonObjectBuilder input = attempt.passable().withoutConsent();
        if (expected != null) {
            input.add("expectedCount", expected);
        }
        if (entry.spec().confirm()) {
            input.add("confirm", true);
        }
        if (token != null) {
            input.add("previewToken", token);
        }
        return NextAction.of(attempt.toolName, "Applies what this dry run has shown.", input.build());
    }

    private Refusal stale(Entry<?, ?> entry, Attempt attempt, Plan<?> plan) {
        String token = previews.issue(attempt, plan);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("previewToken", token);
        details.put("preview", plan.preview().data());
        return new Refusal(
                ErrorCode.PREVIEW_STALE,
                "Nothing was done: what would be affected has changed since the preview and is " + plan.count()
                        + " now; look at the new figures and apply with the new previewToken.",
                List.of(new Violation(
                        "/input/previewToken", "preview_stale", plan.count() + " would be affected now", token)),
                List.of(apply(entry, attempt, token, null)),
                details);
    }

    private static NextAction preview(Attempt attempt) {
        return NextAction.of(
                attempt.toolName,
                "Shows what would be done, without doing it.",
                Request.preview(attempt.passable().input()));
    }
}
