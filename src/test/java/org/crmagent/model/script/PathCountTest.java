package org.crmagent.model.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathCountTest {
    private static final int RUNS = 5_000;

    @Test
    void countsBranchesAndTheAnswersWithoutOne() {
        assertEquals(1, PathCount.of(List.of()));
        assertEquals(4, PathCount.of(Scripts.read(Scripts.HEATING)));
        assertEquals(2, PathCount.of(Scripts.read("""
                [{"id": "pick", "type": "select", "text": "Pick", "options": ["A", "B", "C"],
                  "branches": [{"label": "B", "steps": []}]}]""")));
    }

    @Test
    void countsWhatTheNaiveWalkFinds() {
        RandomScripts scripts = new RandomScripts(42);
        long most = 0;
        for (int i = 0; i < RUNS; i++) {
            List<ScriptStep> script = scripts.next();
            NaiveWalk naive = new NaiveWalk(script);
            assertEquals(naive.ways().size(), PathCount.of(script), script::toString);
            assertEquals(ScriptStep.all(script).count(), naive.reached().size(), script::toString);
            most = Math.max(most, PathCount.of(script));
        }
        assertTrue(most > 20, "too small trees: " + most);
    }

    @Test
    void stopsAtTheLargestIntegerThatIsShared() {
        List<ScriptStep> steps = new ArrayList<>();
        for (int i = 0; i < ScriptRules.MOST_STEPS; i++) {
            steps.add(new ScriptStep(
                    "s" + i, StepType.YESNO, "?", null, null, null, List.of(new ScriptBranch("Oui", List.of()))));
        }
        assertEquals(1L << 50, PathCount.of(steps.subList(0, 50)));
        assertEquals(PathCount.MOST, PathCount.of(steps));
    }
}
