package org.crmagent.model.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crmagent.tool.Violations;
import org.junit.jupiter.api.Test;

class AnswerRulesTest {
    private static final List<ScriptStep> HEATING = Scripts.read(Scripts.HEATING);

    @Test
    void takesWhatTheStepsTake() {
        assertEquals(
                List.of(),
                broken(answer("owner", "Oui"), answer("heating", "Fioul"), answer("age", "Oui"), answer("area", null)));
    }

    @Test
    void refusesTheRest() {
        assertEquals(
                List.of(
                        "/input/responses/0/answer takes_no_answer null",
                        "/input/responses/1/answer blank null",
                        "/input/responses/2/stepId unknown_step null",
                        "/input/responses/3/answer unknown_answer null",
                        "/input/responses/4/answer unknown_answer null"),
                broken(
                        answer("hello", "Bonjour"),
                        answer("area", " \n"),
                        answer("nowhere-near", null),
                        answer("owner", "Gaz"),
                        answer("heating", "Charbon")));
    }

    @Test
    void tellsTheOptions() {
        Violations violations = new Violations();
        AnswerRules.check(HEATING, List.of(answer("heating", "Charbon")), "/responses", violations);
        assertEquals(
                "the answer is not, letter for letter, one of \"Gaz\", \"Fioul\", \"Bois\"",
                violations.found().get(0).message());
    }

    @Test
    void findsWhatWasMeant() {
        assertEquals(
                List.of(
                        "/input/responses/0/answer unknown_answer Oui",
                        "/input/responses/1/answer unknown_answer Fioul",
                        "/input/responses/2/stepId unknown_step area"),
                broken(answer("owner", "yes"), answer("heating", "FIOUL"), answer("Area", "90")));
    }

    @Test
    void tellsWhatIsCertain() {
        List<ScriptStep> script = Scripts.read("""
                [{"id": "q1", "type": "question", "text": "?", "captureKey": "surface"},
                 {"id": "chauffage", "type": "question", "text": "?"}]""");
        Violations violations = new Violations();
        AnswerRules.check(
                script,
                List.of(answer("surface", "1"), answer("chaufage", "1"), answer("schauffages-x", "1")),
                "/responses",
                violations);
        assertEquals(3, violations.found().size());
        assertEquals(
                Set.of("/input/responses/0/stepId", "/input/responses/1/stepId"),
                violations.certain().keySet());
        assertEquals("q1", violations.found().get(0).suggestion());
    }

    /** Measuring how near two hundred wrong names are to two hundred steps would cost time for nothing. */
    @Test
    void seeksSuggestionsForAsManyAsAreTold() {
        List<StepAnswer> wrong = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            wrong.add(answer("heatin", "Gaz"));
        }
        List<String> found = broken(wrong.toArray(StepAnswer[]::new));
        assertEquals(60, found.size());
        assertEquals(50, found.stream().filter(each -> each.endsWith("heating")).count());
    }

    private static StepAnswer answer(String step, String answer) {
        return new StepAnswer(step, answer);
    }

    private static List<String> broken(StepAnswer... given) {
        Violations violations = new Violations();
        AnswerRules.check(HEATING, List.of(given), "/responses", violations);
        return violations.found().stream()
                .map(each -> each.pointer() + " " + each.code() + " " + each.suggestion())
                .toList();
    }
}
