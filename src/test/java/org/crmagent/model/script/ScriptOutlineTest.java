package org.crmagent.model.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptOutlineTest {

    @Test
    void isAnIndentedTree() {
        assertEquals("""
                - hello (instruction): Bonjour.
                - owner (yesno, required, captures owner): Êtes-vous propriétaire ?
                    Oui:
                      - heating (select, required, captures heating): Comment vous chauffez-vous ?
                          Gaz: next step
                          Fioul:
                            - age (question, required, captures age): Quel âge a la chaudière ?
                          Bois: next step
                      - area (question, captures area): Quelle surface ?
                    Non: next step
                - bye (instruction): Merci.""", ScriptOutline.of(Scripts.read(Scripts.HEATING), 10_000));
    }

    @Test
    void tellsWhereOtherAnswersGo() {
        assertEquals("""
                - pick (select): Pick
                    B:
                      - why (question): Why?
                    other answers: next step
                - other (select of 2): Other""", ScriptOutline.of(Scripts.read("""
                                [{"id": "pick", "type": "select", "text": "Pick", "options": ["A", "B"], "branches": [
                                   {"label": "B", "steps": [{"id": "why", "type": "question", "text": "Why?"}]}]},
                                 {"id": "other", "type": "select", "text": "Other", "options": ["A", "B"]}]"""), 10_000));
    }

    @Test
    void keepsEachStepOnItsLine() {
        List<ScriptStep> steps = List.of(
                new ScriptStep("a", StepType.INSTRUCTION, "x\n- b (question): y\u202Ez", null, null, null, null));
        assertEquals("- a (instruction): x - b (question): y z", ScriptOutline.of(steps, 1_000));
    }

    @Test
    void keepsItsBound() {
        List<ScriptStep> steps = java.util.stream.IntStream.range(0, 200)
                .mapToObj(
                        i -> new ScriptStep("s" + i, StepType.INSTRUCTION, "😀\"".repeat(200), null, null, null, null))
                .toList();
        String outline = ScriptOutline.of(steps, 4_000);
        assertTrue(outline.replace("\"", "\\\"").replace("\n", "\\n").getBytes(StandardCharsets.UTF_8).length <= 4_000);
        assertTrue(outline.matches("(?s).*… 1\\d\\d more lines"), outline);
    }
}
