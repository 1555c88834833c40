package org.crmagent.model.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** What must hold of a script before it is stored, beyond what the schema of one step can say. */
public final class ScriptRules {
    /** Steps of one script. */
    public static final int MOST_STEPS = 200;

    /** Steps one below the other. */
    public static final int DEEPEST = 12;

    private static final int LONGEST_ID = 40;

    private final Violations violations;
    private final BranchLabels labels;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> captures = new HashMap<>();

    /** All ids of the script, those further on and those suggested too. */
    private final Set<String> taken;

    private ScriptRules(List<ScriptStep> steps, Violations violations) {
        this.violations = violations;
        this.taken = ScriptStep.all(steps).map(ScriptStep::id).collect(Collectors.toSet());
        this.labels = new BranchLabels(violations);
    }

    /**
     * Collects everything that is wrong with a script.
     *
     * @param pointer where the steps stand in the input, e.g. {@code /steps}
     */
    public static void check(List<ScriptStep> steps, String pointer, Violations violations) {
        long count = ScriptStep.all(steps).count();
        if (count > MOST_STEPS) {
            violations.add(pointer, "too_many_steps", "the script has " + count + " steps: give at most " + MOST_STEPS);
        }
        new ScriptRules(steps, violations).level(steps, pointer, 1);
    }

    private void level(List<ScriptStep> steps, String pointer, int depth) {
        if (depth > DEEPEST && !steps.isEmpty()) {
            violations.add(pointer, "too_deep", "steps nest at most " + DEEPEST + " deep: move these up");
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            step(steps.get(i), pointer + "/" + i, depth);
        }
    }

    private void step(ScriptStep step, String at, int depth) {
        if (step.text().isBlank()) {
            violations.add(at + "/text", "blank", "the text must hold more than blanks");
        }
        String first = ids.putIfAbsent(step.id(), at);
        if (first != null) {
            violations.add(
                    at + "/id",
                    "duplicate_step_id",
                    "the step at " + Violations.INPUT + first + " has this id already",
                    unused(step.id()));
        }
        String captured = step.captureKey() == null ? null : captures.putIfAbsent(step.captureKey(), at);
        if (captured != null) {
            violations.add(
                    at + "/captureKey",
                    "duplicate_capture_key",
                    "the step at " + Violations.INPUT + captured + " captures that");
        }
        members(step, at);
        options(step, at);
        labels.check(step, at);
        for (int i = 0; i < step.ways().size(); i++) {
            level(step.ways().get(i).steps(), at + "/branches/" + i + "/steps", depth + 1);
        }
    }

    private void members(ScriptStep step, String at) {
        switch (step.type()) {
            case INSTRUCTION -> {
                foreign(step.captureKey(), at + "/captureKey", "an instruction takes no answer to capture");
                foreign(step.required(), at + "/required", "an instruction takes no answer to require");
                foreign(step.options(), at + "/options", "an instruction takes no answer");
                foreign(step.branches(), at + "/branches", "an instruction takes no answer to branch on");
            }
            case QUESTION -> {
                foreign(step.options(), at + "/options", "a question takes a free answer, a select one of its options");
                foreign(
                        step.branches(),
                        at + "/branches",
                        "only the answers of a yesno or a select lead into branches");
            }
            case YESNO -> foreign(step.options(), at + "/options", "a yesno always has the answers Oui and Non");
            case SELECT -> {
                if (step.options() == null) {
                    violations.add(at + "/options", "required", "a select needs its 2 to 20 options");
                }
            }
        }
    }

    private void foreign(@Nullable Object value, String pointer, String why) {
        if (value != null) {
            violations.add(pointer, "not_for_type", why + ": leave it out, or give the step another type");
        }
    }

    /** Blanks around an option would not show, and keep its label from being found. */
    private void options(ScriptStep step, String at) {
        List<String> options = step.options() == null ? List.of() : step.options();
        for (int i = 0; i < options.size(); i++) {
            String bare = options.get(i).strip();
            if (bare.isEmpty()) {
                violations.add(at + "/options/" + i, "blank", "the option must hold more than blanks");
            } else if (!bare.equals(options.get(i))) {
                violations.add(at + "/options/" + i, "untrimmed", "the option has blanks around it", bare);
            }
        }
    }

    private String unused(String id) {
        for (int n = 2; ; n++) {
            String end = "_" + n;
            String candidate = id.substring(0, Math.min(id.length(), LONGEST_ID - end.length())) + end;
            if (taken.add(candidate)) {
                return candidate;
            }
        }
    }
}
