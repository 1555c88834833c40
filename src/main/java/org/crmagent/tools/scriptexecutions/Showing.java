package org.crmagent.tools.scriptexecutions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.model.script.SelectedPath;
import org.crmagent.model.script.StepType;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.store.TextLevel;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** Shows an execution within the bytes that an answer may have: where it is too large, the longest texts are cut. */
final class Showing {
    private static final int LARGEST = 90 * 1024;
    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_NAMED = 5;

    /** Bytes of a path step beside its texts. */
    private static final int STEP = 60;

    private final StoredExecution execution;
    private final SelectedPath path;
    private final TextLevel level;

    private Showing(StoredExecution execution) {
        this.execution = execution;
        this.path = execution.path();
        List<String> texts = new ArrayList<>();
        path.steps().forEach(step -> texts.add(bounded(step.text())));
        path.nextStep().ifPresent(step -> texts.add(bounded(step.text())));
        execution.responses().values().forEach(answer -> texts.add(bounded(answer)));
        path.captured().values().forEach(answer -> texts.add(bounded(answer)));
        path.steps().stream()
                .map(step -> path.answers().get(step.id()))
                .filter(answer -> answer != null)
                .forEach(answer -> texts.add(bounded(answer)));
        this.level = TextLevel.of(LARGEST - path.steps().size() * STEP - fixed(), texts);
    }

    /** What both tools answer. */
    static Standing of(StoredExecution execution, boolean withId) {
        return new Showing(execution).standing(withId);
    }

    /** Where the execution is, for a summary. */
    static String sentence(StoredExecution execution) {
        SelectedPath path = execution.path();
        String next = path.nextStep()
                .filter(step -> execution.open())
                .map(step -> "; next is step \"" + Row.cut(step.id(), LONGEST_NAME) + "\"")
                .orElse("");
        return Counted.of(path.answered(), "step on the path is", "steps on the path are") + " answered, "
                + Counted.of(path.remaining(), "is", "are") + " not" + next + ".";
    }

    /** Answers that are kept but lead nowhere. */
    static List<Warning> offPath(StoredExecution execution) {
        List<String> off = execution.path().offPath();
        if (off.isEmpty()) {
            return List.of();
        }
        String some = String.join(
                "\", \"",
                off.stream()
                        .limit(MOST_NAMED)
                        .map(id -> Row.cut(id, LONGEST_NAME))
                        .toList());
        return List.of(new Warning(
                "answers_off_path",
                Counted.of(off.size(), "answer is", "answers are") + " kept but off the selected path: \"" + some + "\""
                        + (off.size() > MOST_NAMED ? ", …" : "") + ".",
                null));
    }

    private Standing standing(boolean withId) {
        return new Standing(
                view(withId),
                path.steps().stream().map(this::step).toList(),
                path.nextStep().map(this::next).orElse(null),
                new Standing.Progress(
                        path.answered(), path.remaining(), path.missing().size()),
                shown(path.captured()));
    }

    private ScriptExecutionView view(boolean withId) {
        return new ScriptExecutionView(
                withId ? execution.id() : null,
                execution.campaignId(),
                Row.cut(execution.campaignName(), LONGEST_NAME),
                execution.contactId(),
                name(execution.contactName()),
                execution.agentId() == null || execution.agentName() == null
                        ? null
                        : new ScriptExecutionView.ReadingAgent(
                                execution.agentId(), Row.cut(execution.agentName(), LONGEST_NAME)),
                execution.scriptTemplateId(),
                execution.templateVersion(),
                name(execution.templateName()),
                execution.status(),
                shown(execution.responses()),
                execution.startedAt(),
                execution.completedAt(),
                execution.updatedAt());
    }

    private Standing.PathStep step(ScriptStep step) {
        String answer = path.answers().get(step.id());
        return new Standing.PathStep(step.id(), step.type(), cut(step.text()), answer == null ? null : cut(answer));
    }

    private Standing.NextStep next(ScriptStep step) {
        boolean closed = step.type() == StepType.YESNO || step.type() == StepType.SELECT;
        return new Standing.NextStep(
                step.id(),
                step.type(),
                cut(step.text()),
                closed ? step.answers() : List.of(),
                Boolean.TRUE.equals(step.required()));
    }

    private Map<String, String> shown(Map<String, String> answers) {
        Map<String, String> shown = new LinkedHashMap<>();
        answers.forEach((key, answer) -> shown.put(key, cut(answer)));
        return shown;
    }

    private String cut(String text) {
        return level.cut(bounded(text));
    }

    private static String bounded(String text) {
        return Row.cut(text, LONGEST);
    }

    private static @Nullable String name(@Nullable String name) {
        return name == null ? null : Row.cut(name, LONGEST_NAME);
    }

    /** What is never cut. */
    private int fixed() {
        return cost(path.steps().stream().map(ScriptStep::id).toList())
                + cost(execution.responses().keySet())
                + cost(path.captured().keySet())
                + path.nextStep().map(step -> cost(step.answers())).orElse(0);
    }

    private static int cost(Collection<String> texts) {
        return texts.stream().mapToInt(RowSpace::cost).sum();
    }
}
