package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.crmagent.tools.outbound.OverlapMatrix.Pair;
import org.junit.jupiter.api.Test;

class OverlapMatrixTest {
    private static final long SEED = 20_261_124;

    private final Random random = new Random(SEED);

    @Test
    void equalsTheIntersectionsOfTheSets() {
        for (int round = 0; round < 300; round++) {
            int campaigns = 1 + random.nextInt(50);
            List<Set<Integer>> members = members(campaigns);
            OverlapMatrix matrix = matrix(members);
            List<Pair> pairs = new ArrayList<>();
            for (int a = 0; a < campaigns; a++) {
                assertEquals(members.get(a).size(), matrix.contacts(a));
                assertEquals(alone(members, a), matrix.exclusive(a));
                for (int b = a + 1; b < campaigns; b++) {
                    Set<Integer> both = new HashSet<>(members.get(a));
                    both.retainAll(members.get(b));
                    if (!both.isEmpty()) {
                        Set<Integer> either = new HashSet<>(members.get(a));
                        either.addAll(members.get(b));
                        Pair pair = new Pair(a, b, both.size());
                        pairs.add(pair);
                        assertEquals((double) both.size() / either.size(), matrix.jaccard(pair), 0.00005001);
                        assertEquals((double) both.size() / members.get(b).size(), matrix.share(pair, b), 0.00005001);
                    }
                }
            }
            pairs.sort(Comparator.comparing((Pair pair) -> -pair.shared())
                    .thenComparing(Pair::a)
                    .thenComparing(Pair::b));
            assertEquals(pairs, matrix.pairs());
            countsContactsOnce(members, matrix);
        }
    }

    private static void countsContactsOnce(List<Set<Integer>> members, OverlapMatrix matrix) {
        Map<Integer, Integer> campaignsOf = new HashMap<>();
        members.forEach(each -> each.forEach(contact -> campaignsOf.merge(contact, 1, Integer::sum)));
        assertEquals(campaignsOf.size(), matrix.distinctContacts());
        for (int i = 1; i <= members.size(); i++) {
            int number = i;
            assertEquals(campaignsOf.values().stream().filter(n -> n == number).count(), matrix.inSoMany(number));
        }
    }

    @Test
    void roundsToFourDecimals() {
        OverlapMatrix matrix = new OverlapMatrix(2);
        matrix.add(0b11, 1);
        matrix.add(0b01, 2);
        matrix.add(0b10, 6_665);
        Pair pair = matrix.pairs().get(0);
        assertEquals(0.3333, matrix.share(pair, 0));
        assertEquals(0.0002, matrix.share(pair, 1));
        assertEquals(0.0001, matrix.jaccard(pair));
        assertTrue(new OverlapMatrix(0).pairs().isEmpty());
    }

    private List<Set<Integer>> members(int campaigns) {
        List<Set<Integer>> members = new ArrayList<>();
        int contacts = 1 + random.nextInt(60);
        for (int i = 0; i < campaigns; i++) {
            Set<Integer> some = new HashSet<>();
            int percent = random.nextInt(100);
            for (int contact = 0; contact < contacts; contact++) {
                if (random.nextInt(100) < percent) {
                    some.add(contact);
                }
            }
            members.add(some);
        }
        return members;
    }

    /** As the database groups them: by mask, of contacts that are in one campaign at least. */
    private static OverlapMatrix matrix(List<Set<Integer>> members) {
        Map<Integer, BitSet> masks = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            int bit = i;
            members.get(i)
                    .forEach(contact ->
                            masks.computeIfAbsent(contact, c -> new BitSet()).set(bit));
        }
        Map<Long, Long> groups = new HashMap<>();
        masks.values().forEach(mask -> groups.merge(mask.toLongArray()[0], 1L, Long::sum));
        OverlapMatrix matrix = new OverlapMatrix(members.size());
        groups.forEach(matrix::add);
        return matrix;
    }

    private static long alone(List<Set<Integer>> members, int campaign) {
        Set<Integer> rest = new HashSet<>(members.get(campaign));
        for (int i = 0; i < members.size(); i++) {
            if (i != campaign) {
                rest.removeAll(members.get(i));
            }
        }
        return rest.size();
    }
}
