package org.crmagent.tools.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workspace that may be the one.
 *
 * @param match as it is answered
 * @param exact found by id, slug, owner's e-mail, or a name that is equal but for case and accents
 */
record Candidate(CrmResolveWorkspace.Match match, boolean exact) {
    private static final long CLOSE_ENOUGH = 600;
    private static final long WELL_AHEAD = 200;

    /** The one that is meant, if that is certain: the only exact one, or one that is close enough and well ahead. Best first. */
    static @Nullable Candidate resolve(List<Candidate> candidates) {
        List<Candidate> exact = candidates.stream().filter(Candidate::exact).toList();
        if (exact.size() == 1) {
            return exact.get(0);
        }
        if (candidates.isEmpty() || candidates.get(0).thousandths() < CLOSE_ENOUGH) {
            return null;
        }
        long second = candidates.size() == 1 ? 0 : candidates.get(1).thousandths();
        return candidates.get(0).thousandths() - second >= WELL_AHEAD ? candidates.get(0) : null;
    }

    /** Whole numbers, because 0.8 - 0.6 is less than 0.2. */
    private long thousandths() {
        return Math.round(match.score() * 1_000);
    }
}
