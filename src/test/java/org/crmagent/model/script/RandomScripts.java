package org.crmagent.model.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invents scripts, the same ones for the same seed. */
public final class RandomScripts {
    private static final List<StepType> TYPES = List.of(StepType.values());

    private final Random random;
    private int made;

    /** Made of a seed. */
    public RandomScripts(long seed) {
        random = new Random(seed);
    }

    /** A small tree of at most four levels; the answers of about half of the steps lead somewhere. */
    public List<ScriptStep> next() {
        made = 0;
        return level(4);
    }

    private List<ScriptStep> level(int depth) {
        List<ScriptStep> steps = new ArrayList<>();
        int most = random.nextInt(4);
        for (int i = 0; i < most && made < 14; i++) {
            steps.add(step(depth));
        }
        return steps;
    }

    private ScriptStep step(int depth) {
        String id = "s" + made;
        made++;
        StepType type = TYPES.get(random.nextInt(TYPES.size()));
        String capture = type == StepType.INSTRUCTION || random.nextBoolean() ? null : "c_" + id;
        Boolean required = type == StepType.INSTRUCTION ? null : random.nextBoolean();
        List<String> options =
                type == StepType.SELECT ? List.of("A", "B", "C").subList(0, 2 + random.nextInt(2)) : null;
        return new ScriptStep(id, type, "Texte", capture, required, options, branches(type, options, depth));
    }

    private List<ScriptBranch> branches(StepType type, List<String> options, int depth) {
        if (type == StepType.INSTRUCTION || type == StepType.QUESTION || depth == 0 || random.nextBoolean()) {
            return null;
        }
        List<ScriptBranch> branches = new ArrayList<>();
        for (String label : type == StepType.YESNO ? ScriptStep.YES_NO : options) {
            if (random.nextInt(3) > 0) {
                branches.add(new ScriptBranch(label, level(depth - 1)));
            }
        }
        return branches;
    }

    /** An answer for a step, sometimes one that it has no branch for; null: none. */
    public String answer(ScriptStep step) {
        if (step.type() == StepType.INSTRUCTION || random.nextInt(4) == 0) {
            return null;
        }
        return step.answers().isEmpty()
                ? "free"
                : step.answers().get(random.nextInt(step.answers().size()));
    }
}
