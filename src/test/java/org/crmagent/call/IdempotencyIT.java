package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One effect for any number of equal requests. */
class IdempotencyIT extends ProbeCalls {

    @BeforeEach
    void prepare() throws SQLException {
        organize();
    }

    @Test
    void replaysByteForByte() throws SQLException {
        UUID campaign = campaign("x");
        String id = UUID.randomUUID().toString();
        Answer first = hold(campaign, 0, id);
        Answer second = hold(campaign, 0, id);
        assertEquals(200, first.status(), first.body());
        assertEquals(first.body(), second.body());
        assertEquals("", first.header("Idempotent-Replayed"));
        assertEquals("true", second.header("Idempotent-Replayed"));
        assertEquals(2, version(campaign));
        assertEquals("true", audit("replayed", id));
    }

    @Test
    void refusesAnotherRequestWithTheSameId() throws SQLException {
        UUID campaign = campaign("x");
        String id = UUID.randomUUID().toString();
        hold(campaign, 0, id);
        Answer other = hold(campaign, 0.01, id);
        assertEquals(422, other.status(), other.body());
        assertEquals("request_id_reused", other.code());
        assertEquals(2, version(campaign));
    }

    @Test
    void leavesNoRecordOfAFailure() throws SQLException {
        String id = UUID.randomUUID().toString();
        UUID unknown = UUID.randomUUID();
        assertEquals(404, hold(unknown, 0, id).status());
        assertEquals(200, hold(campaign("x"), 0, id).status());
    }

    @Test
    void forgetsAfterADay() throws SQLException {
        UUID campaign = campaign("x");
        String id = UUID.randomUUID().toString();
        hold(campaign, 0, id);
        Database.value(
                "update idempotency_record set created_at = created_at - interval '25 hours' where request_id = ? returning 1",
                id);
        assertEquals(200, hold(campaign, 0.01, id).status());
        assertEquals(3, version(campaign));
    }

    @Test
    void keepsAFailedRunAway() throws SQLException {
        UUID campaign = campaign("x");
        String id = UUID.randomUUID().toString();
        Answer broken = api.tool(
                "probe_hold", body(held(campaign, 0).add("breaks", true).build(), id));
        assertEquals(500, broken.status());
        assertEquals("internal_error", broken.code());
        assertTrue(!broken.body().contains("secret"), broken.body());
        assertEquals(1, version(campaign));
        assertEquals("internal_error", audit("error_code", id));
    }

    @Test
    void hasOneEffectForAHundredAtOnce() throws Exception {
        UUID campaign = campaign("x");
        String id = UUID.randomUUID().toString();
        ExecutorService threads = Executors.newFixedThreadPool(25);
        List<Future<Answer>> running = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            running.add(threads.submit(() -> hold(campaign, 0.3, id)));
        }
        int fresh = 0;
        for (Future<Answer> future : running) {
            Answer answer = future.get();
            assertTrue(answer.status() == 200 || answer.status() == 409, answer.body());
            boolean busy = answer.status() == 409;
            assertEquals(busy ? "request_in_progress" : "", answer.code());
            assertEquals(busy ? "1" : "", answer.header("Retry-After"));
            fresh += !busy && answer.header("Idempotent-Replayed").isEmpty() ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(1, fresh);
        assertEquals(2, version(campaign));
    }
}
