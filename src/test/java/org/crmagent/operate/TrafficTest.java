package org.crmagent.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.concurrent.FutureTask;
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
        traffic.enter();
        assertTrue(traffic.isOpen());
        traffic.close();
        assertFalse(traffic.isOpen());
        assertFalse(traffic.isStaying());
        assertEquals(1, traffic.inFlight());
    }

    @Test
    void letsCallsInUnderNotice() {
        assertTrue(traffic.isStaying());
        traffic.giveNotice();
        assertFalse(traffic.isStaying());
        assertTrue(traffic.isOpen());
    }

    @Test
    void waitsForThoseInside() throws Exception {
        traffic.enter();
        traffic.enter();
        traffic.close();
        FutureTask<Integer> waiting =
                new FutureTask<>(() -> traffic.await(Instant.now().plusSeconds(60)));
        new Thread(waiting).start();
        traffic.leave();
        assertFalse(waiting.isDone());
        traffic.leave();
        assertEquals(0, waiting.get(10, TimeUnit.SECONDS));
    }

    @Test
    void waitsNoLongerThanItMay() throws InterruptedException {
        traffic.enter();
        assertEquals(1, traffic.await(Instant.now().plusMillis(20)));
        assertEquals(1, traffic.await(Instant.now()));
    }

    /** Whoever is interrupted breaks no call off: another thread, which ends the application, waits for them. */
    @Test
    void endsItsWaitWhenItIsInterrupted() {
        traffic.enter();
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedException.class, () -> traffic.await(Instant.now().plusSeconds(60)));
    }
}
