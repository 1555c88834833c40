package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that dies around a commit leaves the effect and its record both, or neither: the retry has one effect. */
class KilledServerIT extends ProbeCalls {

    @BeforeEach
    void prepare() throws SQLException {
        organize();
    }

    @Test
    void retriesOnceWhereTheAnswerWasLost() throws Exception {
        UUID campaign = campaign("x");
        String id = UUID.randomUUID().toString();
        try (Server node = Surroundings.node("killed", Surroundings.owner(), Map.of())) {
            node.awaitReady();
            Api lost = new Api(node);
            CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() ->
                    lost.tool("probe_hold", body(held(campaign, 0).build(), id)));
            while (version(campaign) == 1) {
                Thread.onSpinWait();
            }
            node.kill();
            call.exceptionally(cut -> null).join();
        }
        assertEquals(2, version(campaign));
        Answer retried = hold(campaign, 0, id);
        assertEquals(200, retried.status(), retried.body());
        assertEquals("true", retried.header("Idempotent-Replayed"));
        assertEquals(2, version(campaign));
    }

    @Test
    void leavesNothingOfACallThatHadNotCommitted() throws Exception {
        UUID campaign = campaign("x");
        String id = UUID.randomUUID().toString();
        try (Server node = Surroundings.node("killed", Surroundings.owner(), Map.of())) {
            node.awaitReady();
            Api lost = new Api(node);
            CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() ->
                    lost.tool("probe_hold", body(held(campaign, 5).build(), id)));
            while (!sleeping()) {
                Thread.onSpinWait();
            }
            node.kill();
            call.exceptionally(cut -> null).join();
        }
        assertEquals(1, version(campaign));
        Answer retried = hold(campaign, 5, id);
        while (retried.code().equals("request_in_progress") || retried.code().equals("unavailable")) {
            // the dead node's backend ends once it has slept
            retried = hold(campaign, 5, id);
        }
        assertEquals(200, retried.status(), retried.body());
        assertEquals(2, version(campaign));
    }

    private static boolean sleeping() throws SQLException {
        return (Boolean) Database.value(
                "select exists (select from pg_stat_activity where wait_event = 'PgSleep' and usename = current_user)");
    }
}
