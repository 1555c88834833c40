package org.crmagent.model.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptRulesTest {

    @Test
    void takesAScriptAsItShouldBe() {
        assertEquals(List.of(), broken(Scripts.read(Scripts.HEATING)));
        RandomScripts scripts = new RandomScripts(43);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(List.of(), broken(scripts.next()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Yes, Oui",
        "yes, Oui",
        "OUI, Oui",
        "oui, Oui",
        "'Oui ', Oui",
        "ouais, Oui",
        "D'accord !, Oui",
        "absolument, Oui",
        "true, Oui",
        "No, Non",
        "NON, Non",
        "jamais, Non",
        "Pas du tout, Non",
        "n, Non",
        "No., Non",
        "Oiu, Oui",
        "Ou, Oui",
        "Qui ?, Oui",
        "Nom, Non"
    })
    void correctsYesAndNo(String label, String meant) {
        assertEquals(
                List.of("/input/steps/0/branches/0/label unknown_label " + meant + " certain"), labelled(null, label));
    }

    @ParameterizedTest
    @CsvSource({
        "gaz, Gaz",
        "electrcite, Électricité",
        "FIOUL, Fioul",
        "Electricite, Électricité",
        "Éléctricité, Électricité",
        "moins de 2 ans, Moins de 2 ans",
        "Moins de  2 ans, Moins de 2 ans",
        "l'eau, L’eau"
    })
    void correctsTheLabelsOfOptions(String label, String meant) {
        assertEquals(
                List.of("/input/steps/0/branches/0/label unknown_label " + meant + " certain"),
                labelled(List.of("Gaz", "Fioul", "Électricité", "Moins de 2 ans", "Moins de 5 ans", "L’eau"), label));
    }

    @ParameterizedTest
    @CsvSource({"1, Oui", "Bon, Oui", "0, Non", "pas vraiment, Non", "pas oui,", "Oui mais non,"})
    void suggestsYesOrNoWithoutBeingSure(String label, String meant) {
        assertEquals(List.of("/input/steps/0/branches/0/label unknown_label " + meant), labelled(null, label));
    }

    @ParameterizedTest
    @CsvSource({"Sur, Sud", "lundy, Lundi", "Foiul, Fioul", "san jardin, Sans jardin"})
    void correctsOneSlipInAShortWord(String label, String meant) {
        assertEquals(
                List.of("/input/steps/0/branches/0/label unknown_label " + meant + " certain"),
                labelled(List.of("Sud", "Lundi", "Fioul", "Sans jardin"), label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pas lundi", "sans fioul"})
    void takesNoNegationForAnOption(String label) {
        assertEquals(
                List.of("/input/steps/0/branches/0/label unknown_label null"),
                labelled(List.of("Sud", "Lundi", "Fioul", "Sans jardin"), label));
    }

    @Test
    void suggestsWithoutBeingSure() {
        assertEquals(
                List.of("/input/steps/0/branches/0/label unknown_label Fournisseur historique"),
                labelled(List.of("Fournisseur historique", "Autre"), "Le fournisseur historique"));
        assertEquals(
                List.of("/input/steps/0/branches/0/label unknown_label null"),
                labelled(List.of("Moins de 2 ans", "Moins de 5 ans"), "Moins de 3 ans"));
        assertEquals(
                List.of("/input/steps/0/branches/0/label unknown_label 2 ans"),
                labelled(List.of("2 ans", "Jamais"), "3 ans"));
        assertEquals(
                List.of("/input/steps/0/branches/0/label unknown_label null"), labelled(List.of("Gaz", "Gel"), "Géz"));
        assertEquals(List.of("/input/steps/0/branches/0/label unknown_label null"), labelled(null, "Peut-être"));
    }

    @Test
    void refusesAnswersWithTwoBranches() {
        assertEquals(List.of("/input/steps/0/branches/1/label duplicate_label Non"), labelled(null, "Oui", "Oui"));
        assertEquals(List.of("/input/steps/0/branches/1/label duplicate_label null"), labelled(null, "Oui", "Yes"));
        assertEquals(
                List.of(
                        "/input/steps/0/branches/0/label unknown_label Oui certain",
                        "/input/steps/0/branches/1/label duplicate_label null"),
                labelled(null, "yes", "oui"));
        assertEquals(
                List.of(
                        "/input/steps/0/branches/0/label unknown_label Oui certain",
                        "/input/steps/0/branches/1/label unknown_label Non certain"),
                labelled(null, "Yes", "No"));
    }

    @Test
    void keepsMembersToTheirTypes() {
        assertEquals(
                List.of(
                        "/input/steps/0/captureKey not_for_type null",
                        "/input/steps/0/required not_for_type null",
                        "/input/steps/0/options not_for_type null",
                        "/input/steps/0/branches not_for_type null",
                        "/input/steps/1/options not_for_type null",
                        "/input/steps/1/branches not_for_type null",
                        "/input/steps/2/options not_for_type null",
                        "/input/steps/3/options required null"),
                broken(Scripts.read("""
                        [{"id": "a", "type": "instruction", "text": "x", "captureKey": "k", "required": false,
                          "options": ["A", "B"], "branches": []},
                         {"id": "b", "type": "question", "text": "x", "options": ["A", "B"], "branches": []},
                         {"id": "c", "type": "yesno", "text": "x", "options": ["Oui", "Non"]},
                         {"id": "d", "type": "select", "text": "x"}]""")));
    }

    @Test
    void keepsNamesUniqueInTheWholeTree() {
        assertEquals(
                List.of(
                        "/input/steps/1/branches/0/steps/0/id duplicate_step_id a_3",
                        "/input/steps/1/branches/0/steps/0/captureKey duplicate_capture_key null"),
                broken(Scripts.read("""
                        [{"id": "a", "type": "question", "text": "x", "captureKey": "k"},
                         {"id": "a_2", "type": "yesno", "text": "x", "branches": [{"label": "Non", "steps": [
                           {"id": "a", "type": "question", "text": "x", "captureKey": "k"}]}]}]""")));
    }

    @Test
    void suggestsADifferentIdEachTime() {
        List<String> found = broken(Scripts.read("""
                [{"id": "a", "type": "question", "text": "x"}, {"id": "a", "type": "question", "text": "x"},
                 {"id": "a", "type": "question", "text": "x"}, {"id": "a_2", "type": "question", "text": "x"}]"""));
        assertEquals(
                List.of("/input/steps/1/id duplicate_step_id a_3", "/input/steps/2/id duplicate_step_id a_4"), found);
    }

    @Test
    void refusesWhatCannotBeSeen() {
        assertEquals(
                List.of(
                        "/input/steps/0/text blank null",
                        "/input/steps/0/options/0 blank null",
                        "/input/steps/0/options/1 untrimmed B"),
                broken(Scripts.read("""
                        [{"id": "a", "type": "select", "text": " ", "options": [" ", "B ", "C"]}]""")));
    }

    @Test
    void boundsStepsAndDepth() {
        assertEquals(List.of(), broken(flat(ScriptRules.MOST_STEPS)));
        assertEquals(List.of("/input/steps too_many_steps null"), broken(flat(ScriptRules.MOST_STEPS + 1)));
        assertEquals(List.of(), broken(deep(ScriptRules.DEEPEST)));
        assertEquals(
                List.of("/input/steps" + "/0/branches/0/steps".repeat(ScriptRules.DEEPEST) + " too_deep null"),
                broken(deep(ScriptRules.DEEPEST + 1)));
    }

    private static List<ScriptStep> flat(int count) {
        List<ScriptStep> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(new ScriptStep("s" + i, StepType.INSTRUCTION, "x", null, null, null, null));
        }
        return steps;
    }

    private static List<ScriptStep> deep(int depth) {
        List<ScriptStep> steps = List.of();
        for (int i = depth; i > 0; i--) {
            steps = List.of(new ScriptStep(
                    "s" + i, StepType.YESNO, "x", null, null, null, List.of(new ScriptBranch("Oui", steps))));
        }
        return steps;
    }

    private static List<String> labelled(List<String> options, String... labels) {
        List<ScriptBranch> branches = new ArrayList<>();
        for (String label : labels) {
            branches.add(new ScriptBranch(label, List.of()));
        }
        StepType type = options == null ? StepType.YESNO : StepType.SELECT;
        return broken(List.of(new ScriptStep("s", type, "x", null, null, options, branches)));
    }

    private static List<String> broken(List<ScriptStep> steps) {
        Violations violations = new Violations();
        ScriptRules.check(steps, "/steps", violations);
        Set<String> certain = violations.certain().keySet();
        List<String> found = new ArrayList<>();
        for (Violation violation : violations.found()) {
            found.add(violation.pointer() + " " + violation.code() + " " + violation.suggestion()
                    + (certain.contains(violation.pointer()) ? " certain" : ""));
        }
        return found;
    }
}
