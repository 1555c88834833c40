package org.crmagent.model.script;

import java.util.List;

/** Counts the ways through a script. */
public final class PathCount {
    /** The largest integer that all JSON readers share; more ways than that are counted as so many. */
    public static final long MOST = 9_007_199_254_740_991L;

    private PathCount() {}

    /** Ways from the first step to the end: each branch is one, and so are all answers together that have no branch. */
    public static long of(List<ScriptStep> steps) {
        long paths = 1;
        for (ScriptStep step : steps) {
            long ways = through(step);
            paths = paths > MOST / ways ? MOST : paths * ways;
        }
        return paths;
    }

    private static long through(ScriptStep step) {
        if (step.ways().isEmpty()) {
            return 1;
        }
        long ways = ScriptLint.answersWithoutBranch(step) > 0 ? 1 : 0;
        for (ScriptBranch branch : step.ways()) {
            ways = Math.min(MOST, ways + of(branch.steps()));
        }
        return ways;
    }
}
