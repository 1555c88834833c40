package org.crmagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextLevelTest {
    private static final long SEED = 20_261_124;

    @Test
    void keepsAllWhereTheyFit() {
        List<String> texts = List.of("abc", "été", "\"");
        int needed = texts.stream().mapToInt(RowSpace::cost).sum();
        TextLevel level = TextLevel.of(needed, texts);
        assertEquals(texts, texts.stream().map(level::cut).toList());
        TextLevel lower = TextLevel.of(needed - 1, texts);
        assertEquals(List.of("abc", "…", "\""), texts.stream().map(lower::cut).toList());
    }

    @Test
    void cutsTheLongOnesAloneAndNoMoreThanItMust() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            List<String> texts = IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(
                            i -> List.of("a", "é", "😀").get(random.nextInt(3)).repeat(random.nextInt(120)))
                    .toList();
            int bytes = texts.size() * 9 + random.nextInt(4_000);
            TextLevel level = TextLevel.of(bytes, texts);
            List<String> cut = texts.stream().map(level::cut).toList();
            int taken = cut.stream().mapToInt(RowSpace::cost).sum();
            assertTrue(taken <= bytes, () -> taken + " of " + bytes);
            List<Integer> lengths = IntStream.range(0, texts.size())
                    .filter(i -> !cut.get(i).equals(texts.get(i)))
                    .mapToObj(i -> RowSpace.cost(cut.get(i)))
                    .toList();
            int longestWhole = IntStream.range(0, texts.size())
                    .filter(i -> cut.get(i).equals(texts.get(i)))
                    .map(i -> RowSpace.cost(texts.get(i)))
                    .max()
                    .orElse(0);
            if (!lengths.isEmpty()) {
                assertTrue(Collections.min(lengths) + 4 >= longestWhole, "a short one was cut, a longer one was not");
                assertTrue(taken + 4 * texts.size() > bytes - texts.size(), () -> taken + " of " + bytes);
            }
        }
    }
}
