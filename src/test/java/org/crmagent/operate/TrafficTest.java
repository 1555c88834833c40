package org.crmagent.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TrafficTest {
    private final Traffic traffic = new Traffic();

    TrafficTest() {
        traffic.source = Ended.CLOCK;
    }

    @Test
    void letsNobodyInOnceItIsClosed() {
        assertTrue(traffic.enter());
        traffic.close();
        assertFalse(traffic.enter());
        assertFalse(traffic.isOpen());
        assertEquals(1, traffic.inFlight());
    }

    @Test
    void waitsForThoseInside() throws Exception {
        traffic.enter();
        traffic.enter();
        traffic.close();
        var waiting =
                CompletableFuture.supplyAsync(() -> traffic.await(Instant.now().plusSeconds(60)));
        traffic.leave();
        assertFalse(waiting.isDone());
        traffic.leave();
        assertEquals(0, waiting.get(10, TimeUnit.SECONDS));
    }

    @Test
    void waitsNoLongerThanItMay() {
        traffic.enter();
        assertEquals(1, traffic.await(Instant.now().plusMillis(20)));
        assertEquals(1, traffic.await(Instant.now()));
    }
}
