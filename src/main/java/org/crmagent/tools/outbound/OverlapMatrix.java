package org.crmagent.tools.outbound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many contacts each two of some campaigns share, expanded from how many are in just which of them: tens of thousands of
 * groups come out of the database instead of millions of pairs. Campaigns are numbered from 0; campaign i is bit i of a mask.
 */
final class OverlapMatrix {
    private static final double FOUR_DECIMALS = 10_000;

    private final int campaigns;
    private final long[][] shared;
    private final long[] exclusive;
    private final long[] inSoMany;

    OverlapMatrix(int campaigns) {
        this.campaigns = campaigns;
        this.shared = new long[campaigns][campaigns];
        this.exclusive = new long[campaigns];
        this.inSoMany = new long[campaigns + 1];
    }

    /** Two campaigns, the one with the lower number first, and the contacts that are in both. */
    record Pair(int a, int b, long shared) {}

    /** So many contacts are in just the campaigns of the mask, which names one at least. */
    void add(long mask, long contacts) {
        inSoMany[Long.bitCount(mask)] += contacts;
        if (Long.bitCount(mask) == 1) {
            exclusive[Long.numberOfTrailingZeros(mask)] += contacts;
        }
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            long[] row = shared[Long.numberOfTrailingZeros(rest)];
            for (long others = rest; others != 0; others &= others - 1) {
                row[Long.numberOfTrailingZeros(others)] += contacts;
            }
        }
    }

    long contacts(int campaign) {
        return shared[campaign][campaign];
    }

    /** Contacts that are in this campaign alone. */
    long exclusive(int campaign) {
        return exclusive[campaign];
    }

    /** Contacts that are in just so many campaigns. */
    long inSoMany(int number) {
        return inSoMany[number];
    }

    long distinctContacts() {
        long distinct = 0;
        for (long contacts : inSoMany) {
            distinct += contacts;
        }
        return distinct;
    }

    /** The pairs that share contacts, those that share most first; equal ones by number. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < campaigns; a++) {
            for (int b = a + 1; b < campaigns; b++) {
                if (shared[a][b] > 0) {
                    pairs.add(new Pair(a, b, shared[a][b]));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::shared).reversed());
        return pairs;
    }

    /** Shared contacts in relation to those that are in either, to four decimals. */
    double jaccard(Pair pair) {
        return ratio(pair.shared(), contacts(pair.a()) + contacts(pair.b()) - pair.shared());
    }

    /** Shared contacts in relation to those of one of the two campaigns, to four decimals. */
    double share(Pair pair, int campaign) {
        return ratio(pair.shared(), contacts(campaign));
    }

    private static double ratio(long part, long whole) {
        return Math.round(FOUR_DECIMALS * part / whole) / FOUR_DECIMALS;
    }
}
