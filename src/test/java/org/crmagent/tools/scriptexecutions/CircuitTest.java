package org.crmagent.tools.scriptexecutions;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    @Test
    void pausesAfterFiveFailuresInARow() {
        Circuit circuit = new Circuit();
        fail(circuit, 4);
        circuit.succeeded();
        fail(circuit, 4);
        assertTrue(circuit.lets(NOW));
        fail(circuit, 1);
        assertFalse(circuit.lets(NOW.plusMillis(29_999)));
        assertTrue(circuit.lets(NOW.plus(PAUSE)));
    }

    @Test
    void pausesAgainAfterOneMoreUntilItSucceeds() {
        Circuit circuit = new Circuit();
        fail(circuit, 5);
        Instant later = NOW.plus(PAUSE);
        circuit.failed(later, PAUSE);
        assertFalse(circuit.lets(later.plusSeconds(29)));
        circuit.succeeded();
        circuit.failed(later.plus(PAUSE), PAUSE);
        assertTrue(circuit.lets(later.plus(PAUSE)));
    }

    private static void fail(Circuit circuit, int times) {
        for (int i = 0; i < times; i++) {
            circuit.failed(NOW, PAUSE);
        }
    }
}
