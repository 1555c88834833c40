package org.crmagent.model.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectedPathTest {
    private static final int RUNS = 5_000;

    @Test
    void stopsWhereAnAnswerDecides() {
        SelectedPath path = path(Map.of());
        assertEquals(List.of("hello", "owner"), ids(path.steps()));
        assertEquals("owner", path.nextStep().orElseThrow().id());
        assertEquals(List.of("owner"), ids(path.missing()));
        assertEquals(1, path.remaining());
    }

    @Test
    void goesIntoTheBranchAndOnAfterIt() {
        SelectedPath path = path(Map.of("owner", "Oui", "heating", "Fioul", "age", "12"));
        assertEquals(List.of("hello", "owner", "heating", "age", "area", "bye"), ids(path.steps()));
        assertEquals("area", path.nextStep().orElseThrow().id());
        assertEquals(List.of(), path.missing());
        assertEquals(
                List.of("owner=Oui", "heating=Fioul", "age=12"),
                path.captured().entrySet().stream().map(Object::toString).toList());
        assertEquals(3, path.answered());
    }

    @Test
    void goesOnWhereTheAnswerHasNoBranch() {
        List<ScriptStep> script = Scripts.read("""
                [{"id": "go", "type": "yesno", "text": "Go?", "branches": [
                   {"label": "Oui", "steps": [{"id": "why", "type": "question", "text": "Why?"}]}]},
                 {"id": "end", "type": "question", "text": "End?"}]""");
        assertEquals(
                List.of("go", "end"),
                ids(SelectedPath.of(script, Map.of("go", "Non")).steps()));
    }

    @Test
    void leavesOutWhatIsOffTheWay() {
        SelectedPath path = path(Map.of("owner", "Non", "age", "12", "heating", "Gaz"));
        assertEquals(List.of("hello", "owner", "bye"), ids(path.steps()));
        assertEquals(List.of("age", "heating"), path.offPath());
        assertEquals(Map.of("owner", "Non"), path.captured());
        assertEquals(true, path.nextStep().isEmpty());
    }

    @Test
    void isTheNaiveWalkOnRandomTrees() {
        RandomScripts scripts = new RandomScripts(41);
        for (int i = 0; i < RUNS; i++) {
            List<ScriptStep> script = scripts.next();
            Map<String, String> answers = new HashMap<>();
            ScriptStep.all(script).forEach(step -> {
                String answer = scripts.answer(step);
                if (answer != null) {
                    answers.put(step.id(), answer);
                }
            });
            SelectedPath path = SelectedPath.of(script, answers);
            List<String> expected = new NaiveWalk(script).path(answers);
            assertEquals(expected, ids(path.steps()), () -> script + " " + answers);
            matches(path, expected, script, answers);
        }
    }

    /** Everything that is derived, by plain loops over the ids of the naive walk. */
    private static void matches(
            SelectedPath path, List<String> ids, List<ScriptStep> script, Map<String, String> answers) {
        Map<String, ScriptStep> byId = new HashMap<>();
        ScriptStep.all(script).forEach(step -> byId.put(step.id(), step));
        String next = "";
        int answered = 0;
        int remaining = 0;
        Map<String, String> captured = new LinkedHashMap<>();
        StringBuilder missing = new StringBuilder();
        for (String id : ids) {
            ScriptStep step = byId.get(id);
            if (answers.containsKey(id)) {
                answered++;
                if (step.captureKey() != null) {
                    captured.put(step.captureKey(), answers.get(id));
                }
            } else if (step.type() != StepType.INSTRUCTION) {
                remaining++;
                next = next.isEmpty() ? id : next;
                missing.append(Boolean.TRUE.equals(step.required()) ? id + " " : "");
            }
        }
        assertEquals(next, path.nextStep().map(ScriptStep::id).orElse(""));
        assertEquals(answered, path.answered());
        assertEquals(remaining, path.remaining());
        assertEquals(
                List.copyOf(captured.entrySet()), List.copyOf(path.captured().entrySet()));
        assertEquals(missing.toString().strip(), String.join(" ", ids(path.missing())));
        assertEquals(answers.size() - answered, path.offPath().size());
        assertEquals(
                Set.of(), ids.stream().filter(path.offPath()::contains).collect(java.util.stream.Collectors.toSet()));
    }

    private static SelectedPath path(Map<String, String> answers) {
        return SelectedPath.of(Scripts.read(Scripts.HEATING), answers);
    }

    private static List<String> ids(List<ScriptStep> steps) {
        return steps.stream().map(ScriptStep::id).toList();
    }
}
