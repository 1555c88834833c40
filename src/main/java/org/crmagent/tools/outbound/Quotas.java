package org.crmagent.tools.outbound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** How many of a number of contacts each of some agents gets; arrays are in the order of the agents. */
final class Quotas {

    private Quotas() {}

    /**
     * Deals.
     *
     * @param loads open contacts that each agent keeps, whatever is dealt
     * @param weights of the agents
     * @param cap how many an agent may get
     * @param contacts at most {@code cap} times the number of agents
     */
    static long[] of(Strategy strategy, long[] loads, long[] weights, long cap, long contacts) {
        return switch (strategy) {
            case ROUND_ROBIN -> even(loads.length, contacts);
            case BALANCED -> level(loads, cap, contacts);
            case WEIGHTED -> weighted(weights, cap, contacts);
        };
    }

    private static long[] even(int agents, long contacts) {
        long[] quotas = new long[agents];
        Arrays.setAll(quotas, i -> contacts / agents + (i < contacts % agents ? 1 : 0));
        return quotas;
    }

    /** Fills up to a common level, as water would: found by halving, then the last ones go to the agents named first. */
    private static long[] level(long[] loads, long cap, long contacts) {
        long low = 0;
        long high = Arrays.stream(loads).max().orElse(0) + contacts;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (Arrays.stream(filled(loads, cap, middle)).sum() <= contacts) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long[] quotas = filled(loads, cap, low);
        long left = contacts - Arrays.stream(quotas).sum();
        for (int i = 0; i < quotas.length && left > 0; i++) {
            if (loads[i] + quotas[i] == low && quotas[i] < cap) {
                quotas[i]++;
                left--;
            }
        }
        return quotas;
    }

    private static long[] filled(long[] loads, long cap, long level) {
        return Arrays.stream(loads)
                .map(load -> Math.min(cap, Math.max(0, level - load)))
                .toArray();
    }

    /** Largest remainder; who would get too many gets the most allowed, and the rest is dealt again among the others. */
    private static long[] weighted(long[] weights, long cap, long contacts) {
        long[] quotas = new long[weights.length];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            open.add(i);
        }
        long left = contacts;
        while (!open.isEmpty()) {
            remainders(weights, open, left, quotas);
            List<Integer> full = open.stream().filter(i -> quotas[i] > cap).toList();
            if (full.isEmpty()) {
                return quotas;
            }
            for (int i : full) {
                quotas[i] = cap;
            }
            left -= cap * full.size();
            open.removeAll(full);
        }
        return quotas;
    }

    private static void remainders(long[] weights, List<Integer> agents, long contacts, long[] quotas) {
        long all = agents.stream().mapToLong(i -> weights[i]).sum();
        long left = contacts;
        for (int i : agents) {
            quotas[i] = contacts * weights[i] / all;
            left -= quotas[i];
        }
        agents.stream()
                .sorted(Comparator.comparingLong((Integer i) -> contacts * weights[i] % all)
                        .reversed())
                .limit(left)
                .forEach(i -> quotas[i]++);
    }
}
