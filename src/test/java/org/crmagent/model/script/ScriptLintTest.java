package org.crmagent.model.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptLintTest {

    @Test
    void findsNothingInAScriptAsItShouldBe() {
        assertEquals(List.of(), codes(Scripts.HEATING, null));
        assertEquals(List.of(), codes(Scripts.HEATING, Set.of("owner", "heating", "age", "area")));
    }

    @Test
    void findsWhatIsReadAloudByMistake() {
        assertEquals(List.of("note admin_note_in_script", "hello instruction_asks_question"), codes("""
                        [{"id": "note", "type": "instruction", "text": "Reporter dans le CRM"},
                         {"id": "hello", "type": "instruction", "text": "How are you?"}]""", null));
    }

    @Test
    void findsQuestionsThatCaptureNothing() {
        assertEquals(List.of("name question_without_capture"), codes("""
                        [{"id": "name", "type": "question", "text": "Name?"},
                         {"id": "go", "type": "yesno", "text": "Go on?"}]""", null));
    }

    @Test
    void findsAnswersWithoutABranchWhereAnotherHasOne() {
        assertEquals(List.of("go branch_missing", "pick branch_missing"), codes("""
                        [{"id": "go", "type": "yesno", "text": "Go?", "branches": [{"label": "Oui", "steps": [
                           {"id": "pick", "type": "select", "text": "Pick", "options": ["A", "B", "C"],
                            "branches": [{"label": "B", "steps": []}]}]}]}]""", null));
        LintWarning warning = ScriptLint.of(Scripts.read("""
                [{"id": "pick", "type": "select", "text": "Pick", "options": ["A", "B", "C"],
                  "branches": [{"label": "B", "steps": []}]}]"""), null).get(0);
        assertEquals(true, warning.message().contains("2 of its 3 answers"), warning.message());
    }

    @Test
    void findsCapturesThatNoFieldTakes() {
        assertEquals(
                List.of("age capture_not_in_qualification"),
                codes(Scripts.HEATING, Set.of("owner", "heating", "area")));
        assertEquals(4, codes(Scripts.HEATING, Set.of()).size());
    }

    private static List<String> codes(String steps, Set<String> fields) {
        return ScriptLint.of(Scripts.read(steps), fields).stream()
                .map(warning -> warning.stepId() + " " + warning.code())
                .toList();
    }
}
