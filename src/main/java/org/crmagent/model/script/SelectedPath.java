package org.crmagent.model.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way that answers take through a script: step by step from the first; into the branch that bears the answer's label, or
 * on with the next step where none does; no further than a step with branches that has no answer yet.
 *
 * @param steps those on the way, in order
 * @param answers all that was answered by step id, also off the way
 */
public record SelectedPath(List<ScriptStep> steps, Map<String, String> answers) {

    /** The way of these answers through this script. */
    public static SelectedPath of(List<ScriptStep> script, Map<String, String> answers) {
        List<ScriptStep> path = new ArrayList<>();
        walk(script, answers, path);
        return new SelectedPath(List.copyOf(path), Map.copyOf(answers));
    }

    /** False where the way stops. */
    private static boolean walk(List<ScriptStep> level, Map<String, String> answers, List<ScriptStep> path) {
        for (ScriptStep step : level) {
            path.add(step);
            if (step.ways().isEmpty()) {
                continue;
            }
            String answer = answers.get(step.id());
            if (answer == null) {
                return false;
            }
            for (ScriptBranch way : step.ways()) {
                if (way.label().equals(answer) && !walk(way.steps(), answers, path)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The first step on the way that waits for its answer; instructions wait for none. */
    public Optional<ScriptStep> nextStep() {
        return unanswered().findFirst();
    }

    /** Answered steps on the way. */
    public long answered() {
        return steps.stream().filter(step -> answers.containsKey(step.id())).count();
    }

    /** Steps that wait for their answer, as far as the way is known. */
    public long remaining() {
        return unanswered().count();
    }

    /** Answers by capture key, in the order of the way. */
    public Map<String, String> captured() {
        Map<String, String> captured = new LinkedHashMap<>();
        for (ScriptStep step : steps) {
            String answer = answers.get(step.id());
            if (step.captureKey() != null && answer != null) {
                captured.put(step.captureKey(), answer);
            }
        }
        return captured;
    }

    /** Required steps on the way that wait for their answer: with any of these the script can't be completed. */
    public List<ScriptStep> missing() {
        return unanswered().filter(step -> Boolean.TRUE.equals(step.required())).toList();
    }

    /** Ids of answered steps that the way does not come by, in the order of the alphabet. */
    public List<String> offPath() {
        Set<String> on = steps.stream().map(ScriptStep::id).collect(Collectors.toSet());
        return answers.keySet().stream().filter(id -> !on.contains(id)).sorted().toList();
    }

    private Stream<ScriptStep> unanswered() {
        return steps.stream().filter(step -> step.type() != StepType.INSTRUCTION && !answers.containsKey(step.id()));
    }
}
