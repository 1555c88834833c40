package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Quotas on random agents, against dealing one contact after the other. */
class QuotasTest {

    @RepeatedTest(200)
    void dealAsOneByOne(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int agents = 1 + random.nextInt(8);
        long[] loads = random.longs(agents, 0, 40).toArray();
        long[] weights = random.longs(agents, 1, 101).toArray();
        long cap = 1L + random.nextInt(30);
        long contacts = random.nextLong(cap * agents + 1L);

        long[] even = Quotas.of(Strategy.ROUND_ROBIN, loads, weights, cap, contacts);
        assertEquals(contacts, Arrays.stream(even).sum());
        assertTrue(spread(even) <= 1, "within one of each other");
        assertArrayEquals(inTurn(agents, contacts), even);

        long[] level = Quotas.of(Strategy.BALANCED, loads, weights, cap, contacts);
        assertArrayEquals(toTheLeastLoaded(loads, cap, contacts), level);

        long[] weighted = Quotas.of(Strategy.WEIGHTED, loads, weights, cap, contacts);
        assertEquals(contacts, Arrays.stream(weighted).sum());
        assertTrue(Arrays.stream(weighted).allMatch(quota -> quota <= cap), "caps are kept");
        long all = Arrays.stream(weights).sum();
        for (int i = 0; i < agents; i++) {
            double exact = (double) contacts * weights[i] / all;
            assertTrue(weighted[i] == cap || weighted[i] >= Math.floor(exact), "nobody falls below the exact share");
        }
    }

    @Test
    void weighsByLargestRemainder() {
        assertArrayEquals(new long[] {5, 3, 2}, quotas(10, 100, 50, 30, 20));
        assertArrayEquals(new long[] {4, 3, 3}, quotas(10, 100, 1, 1, 1), "of equal remainders the first");
        assertArrayEquals(new long[] {1, 2, 8}, quotas(11, 100, 1, 2, 7), "1.1, 2.2 and 7.7");
        assertArrayEquals(new long[] {4, 4, 2}, quotas(10, 4, 50, 50, 1), "what is over the cap goes to the others");
        assertArrayEquals(new long[] {0, 0}, quotas(0, 5, 1, 1));
    }

    private static long[] quotas(long contacts, long cap, long... weights) {
        return Quotas.of(Strategy.WEIGHTED, new long[weights.length], weights, cap, contacts);
    }

    private static long spread(long[] values) {
        return Arrays.stream(values).max().orElseThrow()
                - Arrays.stream(values).min().orElseThrow();
    }

    private static long[] inTurn(int agents, long contacts) {
        long[] got = new long[agents];
        for (int i = 0; i < contacts; i++) {
            got[i % agents]++;
        }
        return got;
    }

    private static long[] toTheLeastLoaded(long[] loads, long cap, long contacts) {
        long[] got = new long[loads.length];
        for (int n = 0; n < contacts; n++) {
            int least = -1;
            for (int i = 0; i < loads.length; i++) {
                if (got[i] < cap && (least < 0 || loads[i] + got[i] < loads[least] + got[least])) {
                    least = i;
                }
            }
            got[least]++;
        }
        return got;
    }
}
