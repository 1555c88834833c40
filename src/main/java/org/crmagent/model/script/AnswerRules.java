package org.crmagent.model.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Nearest;
import org.crmagent.tool.text.Options;
import org.jspecify.annotations.Nullable;

/** Compares answers with the steps of a script. */
public final class AnswerRules {
    /** As many as an answer tells; measuring more would cost time for nothing. */
    private static final int MOST_SOUGHT = 50;

    private final Map<String, ScriptStep> steps = new HashMap<>();
    private final Map<String, String> byCapture = new HashMap<>();
    private final Violations violations;
    private int sought;

    private AnswerRules(List<ScriptStep> script, Violations violations) {
        this.violations = violations;
        ScriptStep.all(script).forEach(step -> {
            steps.put(step.id(), step);
            if (step.captureKey() != null) {
                byCapture.put(step.captureKey(), step.id());
            }
        });
    }

    /**
     * Collects every answer that its step does not take.
     *
     * @param pointer where the answers stand in the input, e.g. {@code /responses}
     */
    public static void check(List<ScriptStep> script, List<StepAnswer> given, String pointer, Violations violations) {
        AnswerRules rules = new AnswerRules(script, violations);
        for (int i = 0; i < given.size(); i++) {
            StepAnswer answer = given.get(i);
            ScriptStep step = rules.steps.get(answer.stepId());
            if (step == null) {
                rules.unknownStep(answer.stepId(), pointer + "/" + i + "/stepId");
            } else {
                rules.answer(step, answer.answer(), pointer + "/" + i + "/answer");
            }
        }
    }

    /** Somebody may have taken the name of the capture for the step's. */
    private void unknownStep(String given, String at) {
        String message = "the execution's script has no step of this id";
        String captured = byCapture.get(given);
        Optional<String> near = captured != null || sought++ >= MOST_SOUGHT
                ? Optional.ofNullable(captured)
                : Nearest.of(given, steps.keySet());
        if (near.isEmpty()) {
            violations.add(at, "unknown_step", message + ": get_script_execution shows those on the path");
        } else if (captured != null || Nearest.certain(given, near.get())) {
            violations.correct(at, "unknown_step", message, near.get());
        } else {
            violations.add(at, "unknown_step", message, near.get());
        }
    }

    private void answer(ScriptStep step, @Nullable String answer, String at) {
        if (answer == null) {
            return;
        }
        switch (step.type()) {
            case INSTRUCTION ->
                violations.add(at, "takes_no_answer", "the step is an instruction, only read aloud: leave it out");
            case QUESTION -> {
                if (answer.isBlank()) {
                    violations.add(at, "blank", "the answer must hold more than blanks; null forgets it");
                }
            }
            case YESNO, SELECT -> {
                if (!step.answers().contains(answer)) {
                    notAnAnswer(step, answer, at);
                }
            }
        }
    }

    private void notAnAnswer(ScriptStep step, String given, String at) {
        boolean yesNo = step.type() == StepType.YESNO;
        String message = "the answer is not, letter for letter, "
                + (yesNo ? "Oui or Non" : "one of " + Options.told(step.answers()));
        Optional<AnswerMeant> meant =
                sought++ < MOST_SOUGHT ? AnswerMeant.of(given, step.answers(), yesNo) : Optional.empty();
        if (meant.isEmpty()) {
            violations.add(at, "unknown_answer", message);
        } else if (meant.get().certain()) {
            violations.correct(at, "unknown_answer", message, meant.get().answer());
        } else {
            violations.add(at, "unknown_answer", message, meant.get().answer());
        }
    }
}
