package org.crmagent.tools.outbound;

import java.util.List;
import java.util.UUID;
import org.crmagent.tool.Doc;

/** Two campaigns that share contacts. */
public record OverlapPair(
        @Doc("A campaign, the one with the lower id.") UUID a,
        @Doc("Another campaign.") UUID b,
        @Doc("Contacts in both.") long shared,

        @Doc("shared divided by the contacts in a or b: 0 to 1, four decimals.")
        double jaccard,

        @Doc("shared divided by the contacts of a: 0 to 1, four decimals.")
        double shareOfA,

        @Doc("shared divided by the contacts of b: 0 to 1, four decimals.")
        double shareOfB) {

    static OverlapPair of(OverlapMatrix.Pair pair, List<UUID> sorted, OverlapMatrix matrix) {
        return new OverlapPair(
                sorted.get(pair.a()),
                sorted.get(pair.b()),
                pair.shared(),
                matrix.jaccard(pair),
                matrix.share(pair, pair.a()),
                matrix.share(pair, pair.b()));
    }
}
