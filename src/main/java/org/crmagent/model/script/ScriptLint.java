package org.crmagent.model.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Looks through a script for what is allowed but seldom meant. */
public final class ScriptLint {
    private final Collection<Set<String>> forms;
    private final List<LintWarning> found = new ArrayList<>();

    private ScriptLint(Collection<Set<String>> forms) {
        this.forms = forms;
    }

    /**
     * What is remarkable about a script, in the order in which a reader meets it.
     *
     * @param forms for each qualification form that a campaign has beside the script, its keys and the captures it takes
     */
    public static List<LintWarning> of(List<ScriptStep> steps, Collection<Set<String>> forms) {
        ScriptLint lint = new ScriptLint(forms);
        lint.read(steps, false);
        return List.copyOf(lint.found);
    }

    /**
     * Looks at each step.
     *
     * @param required whether a required step comes after these
     */
    private void read(List<ScriptStep> steps, boolean required) {
        for (int i = 0; i < steps.size(); i++) {
            ScriptStep step = steps.get(i);
            boolean after = required || anyRequired(steps.subList(i + 1, steps.size()));
            look(step, after);
            step.ways().forEach(way -> read(way.steps(), after));
        }
    }

    private static boolean anyRequired(List<ScriptStep> steps) {
        return ScriptStep.all(steps).anyMatch(ScriptLint::isRequired);
    }

    private static boolean isRequired(ScriptStep step) {
        return Boolean.TRUE.equals(step.required());
    }

    private void look(ScriptStep step, boolean requiredAfter) {
        if (Phrases.isAdminNote(step.text())) {
            add(
                    step,
                    "admin_note_in_script",
                    "tells the caller to keep the CRM, which would be read aloud: leave it out");
        }
        if (step.type() == StepType.INSTRUCTION && Phrases.asks(step.text())) {
            add(step, "instruction_asks_question", "asks, but an instruction takes no answer: make it a question");
        }
        if (step.type() == StepType.QUESTION && step.captureKey() == null) {
            add(step, "question_without_capture", "has no captureKey, so that its answer can't fill a field: give one");
        }
        long missing = answersWithoutBranch(step);
        if (!step.ways().isEmpty() && missing > 0) {
            add(
                    step,
                    "branch_missing",
                    "has no branch for " + missing + " of its " + step.answers().size()
                            + " answers: add it, or leave it so if they are to go on with the next step");
        }
        if (!step.ways().isEmpty()
                && !isRequired(step)
                && (requiredAfter || step.ways().stream().anyMatch(way -> anyRequired(way.steps())))) {
            add(
                    step,
                    "optional_step_with_branches",
                    "is optional, but nothing after it counts without its answer, so that the script can be completed"
                            + " without the required steps that follow: make it required");
        }
        String capture = step.captureKey();
        if (capture != null && forms.stream().anyMatch(form -> !form.contains(capture))) {
            add(
                    step,
                    "capture_not_in_qualification",
                    "captures what no field of the campaign's qualification form takes: add a field with that fromCapture");
        }
    }

    /** How many of the step's answers lead into no branch. */
    static long answersWithoutBranch(ScriptStep step) {
        return step.answers().stream()
                .filter(answer ->
                        step.ways().stream().noneMatch(way -> way.label().equals(answer)))
                .count();
    }

    private void add(ScriptStep step, String code, String message) {
        found.add(new LintWarning(code, step.id(), "The step " + step.id() + " " + message + "."));
    }
}
