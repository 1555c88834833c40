package org.crmagent.tools.scriptexecutions;

import java.time.Duration;
import java.time.Instant;

/** Leaves a server alone for a while that has failed several times in a row. After the pause one more failure is enough. */
final class Circuit {
    private static final int MOST_FAILURES = 5;

    private int failures;
    private Instant pausedUntil = Instant.MIN;

    /** False while the server is left alone. */
    synchronized boolean lets(Instant now) {
        return !now.isBefore(pausedUntil);
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed(Instant now, Duration pause) {
        failures++;
        if (failures >= MOST_FAILURES) {
            pausedUntil = now.plus(pause);
        }
    }
}
