package org.crmagent.model.script;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crmagent.tool.Violations;

/** Keeps a branch from being hidden: each label is one of the step's answers, and none has two branches. */
final class BranchLabels {
    /** As many as an answer tells; measuring more would cost time for nothing. */
    private static final int MOST_SOUGHT = 50;

    private final Violations violations;
    private int sought;

    /** Of one script. */
    BranchLabels(Violations violations) {
        this.violations = violations;
    }

    void check(ScriptStep step, String at) {
        List<String> answers = step.answers();
        if (answers.isEmpty()) {
            return;
        }
        List<String> labels = step.ways().stream().map(ScriptBranch::label).toList();
        Set<String> free = new HashSet<>(answers);
        labels.forEach(free::remove);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            String pointer = at + "/branches/" + i + "/label";
            if (!answers.contains(label)) {
                unknown(step, label, pointer, free);
            } else if (!seen.add(label)) {
                twice(pointer, free);
            }
        }
    }

    private void unknown(ScriptStep step, String label, String pointer, Set<String> free) {
        Optional<AnswerMeant> meant = sought++ < MOST_SOUGHT
                ? AnswerMeant.of(label, step.answers(), step.type() == StepType.YESNO)
                : Optional.empty();
        String message =
                "the label is not " + (step.type() == StepType.YESNO ? "Oui or Non" : "one of the step's options")
                        + ", letter for letter, so that nothing below it would ever be reached";
        if (meant.isEmpty()) {
            violations.add(pointer, "unknown_label", message);
        } else if (!free.contains(meant.get().answer())) {
            violations.add(pointer, "duplicate_label", "another branch has the answer that this label seems to mean");
        } else if (meant.get().certain() || meant.get().typo()) {
            free.remove(meant.get().answer());
            violations.correct(pointer, "unknown_label", message, meant.get().answer());
        } else {
            violations.add(pointer, "unknown_label", message, meant.get().answer());
        }
    }

    private void twice(String pointer, Set<String> free) {
        String message = "another branch has this label, so that nothing below this one would ever be reached";
        if (free.size() == 1) {
            violations.add(pointer, "duplicate_label", message, free.iterator().next());
        } else {
            violations.add(pointer, "duplicate_label", message);
        }
    }
}
