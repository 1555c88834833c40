package org.crmagent.model.script;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScriptLintTest {

    @Test
    void findsNothingInAScriptAsItShouldBe() {
        assertEquals(List.of(), codes(Scripts.HEATING, List.of()));
        assertEquals(List.of(), codes(Scripts.HEATING, List.of(Set.of("owner", "heating", "age", "area"))));
    }

    @Test
    void findsWhatIsReadAloudByMistake() {
        assertEquals(List.of("note admin_note_in_script", "hello instruction_asks_question"), codes("""
                        [{"id": "note", "type": "instruction", "text": "Reporter dans le CRM"},
                         {"id": "hello", "type": "instruction", "text": "How are you?"}]""", List.of()));
    }

    @Test
    void findsQuestionsThatCaptureNothing() {
        assertEquals(List.of("name question_without_capture"), codes("""
                        [{"id": "name", "type": "question", "text": "Name?"},
                         {"id": "go", "type": "yesno", "text": "Go on?"}]""", List.of()));
    }

    @Test
    void findsAnswersWithoutABranchWhereAnotherHasOne() {
        assertEquals(List.of("go branch_missing", "pick branch_missing"), codes("""
                        [{"id": "go", "type": "yesno", "text": "Go?", "branches": [{"label": "Oui", "steps": [
                           {"id": "pick", "type": "select", "text": "Pick", "options": ["A", "B", "C"],
                            "branches": [{"label": "B", "steps": []}]}]}]}]""", List.of()));
        LintWarning warning = ScriptLint.of(Scripts.read("""
                [{"id": "pick", "type": "select", "text": "Pick", "options": ["A", "B", "C"],
                  "branches": [{"label": "B", "steps": []}]}]"""), List.of()).get(0);
        assertEquals(true, warning.message().contains("2 of its 3 answers"), warning.message());
    }

    @Test
    void findsOptionalStepsThatHideRequiredOnes() {
        String steps = """
                [{"id": "go", "type": "yesno", "text": "Go?", "captureKey": "go", "required": %s, "branches": [
                   {"label": "Oui", "steps": []}, {"label": "Non", "steps": []}]},
                 {"id": "age", "type": "question", "text": "Age", "captureKey": "age", "required": %s}]""";
        assertEquals(List.of("go optional_step_with_branches"), codes(steps.formatted("false", "true"), List.of()));
        assertEquals(List.of(), codes(steps.formatted("true", "true"), List.of()));
        assertEquals(List.of(), codes(steps.formatted("false", "false"), List.of()));
    }

    @Test
    void findsCapturesThatNoFieldTakes() {
        assertEquals(
                List.of("age capture_not_in_qualification"),
                codes(Scripts.HEATING, List.of(Set.of("owner", "heating", "area"))));
        assertEquals(4, codes(Scripts.HEATING, List.of(Set.of())).size());
    }

    /** On every way through the script, each step that lacks something is found once, whatever way leads to it. */
    @Test
    void isTheNaiveLookOnRandomTrees() {
        RandomScripts scripts = new RandomScripts(44);
        for (int i = 0; i < 2_000; i++) {
            List<ScriptStep> script = scripts.next();
            Map<String, ScriptStep> byId = new HashMap<>();
            ScriptStep.all(script).forEach(step -> byId.put(step.id(), step));
            Set<String> expected = new TreeSet<>();
            NaiveWalk walk = new NaiveWalk(script);
            for (String id : walk.reached()) {
                ScriptStep step = byId.get(id);
                boolean captures = step.captureKey() != null;
                if (step.type() == StepType.QUESTION && !captures) {
                    expected.add(id + " question_without_capture");
                }
                Set<String> labels = new TreeSet<>();
                step.ways().forEach(way -> labels.add(way.label()));
                if (!labels.isEmpty() && labels.size() < step.answers().size()) {
                    expected.add(id + " branch_missing");
                }
                if (!labels.isEmpty() && !Boolean.TRUE.equals(step.required()) && walk.leadsToRequired(id)) {
                    expected.add(id + " optional_step_with_branches");
                }
                if (captures && id.endsWith("1")) {
                    expected.add(id + " capture_not_in_qualification");
                }
            }
            Set<String> form = new TreeSet<>();
            byId.values().stream()
                    .filter(step -> step.captureKey() != null && !step.id().endsWith("1"))
                    .forEach(step -> form.add(step.captureKey()));
            List<LintWarning> found = ScriptLint.of(script, List.of(form));
            assertEquals(expected.size(), found.size(), script::toString);
            assertEquals(expected, found.stream().map(ScriptLintTest::code).collect(toCollection(TreeSet::new)));
        }
    }

    private static String code(LintWarning warning) {
        return warning.stepId() + " " + warning.code();
    }

    private static List<String> codes(String steps, List<Set<String>> forms) {
        return ScriptLint.of(Scripts.read(steps), forms).stream()
                .map(ScriptLintTest::code)
                .toList();
    }
}
