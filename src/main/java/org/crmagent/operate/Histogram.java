package org.crmagent.operate;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** How long calls took: counts below fixed bounds, and the sum. Many threads may add at once. */
final class Histogram {
    /** In seconds. The last ones are the longest that statements of small calls, and those of bulk calls, may run. */
    static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 180};

    private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Histogram() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void add(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        int bucket = 0;
        while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        nanos.add(duration.toNanos());
    }

    /** How many took at most each bound, and at last how many there were: never less than the one before. */
    long[] cumulative() {
        long[] cumulative = new long[counts.length];
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            below += counts[i].sum();
            cumulative[i] = below;
        }
        return cumulative;
    }

    double seconds() {
        return nanos.sum() / 1e9;
    }
}
