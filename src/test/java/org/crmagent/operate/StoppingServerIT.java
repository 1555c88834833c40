package org.crmagent.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Recount;
import org.crmagent.it.Surroundings;
import org.crmagent.it.Workspace;
import org.crmagent.run.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that gets TERM, by the script that is shipped, lets its calls end or refuses them whole; nothing in between. */
@Timeout(180)
class StoppingServerIT extends OverHttp {
    private static final String ADD = "bulk_add_contacts_to_campaign_by_filter";
    private static final List<Integer> ENDED = List.of(0, 128 + 15);

    private static final Path STOP_FILE = Surroundings.CHECKOUT.resolve("target/it/stopping-open");

    private Workspace workspace;
    private UUID campaign;

    /** The contact is added only after the seconds that the trigger sleeps. */
    @BeforeEach
    void prepare() throws SQLException {
        workspace = new Workspace(api);
        campaign = workspace.campaign("draft", "business");
        workspace.run("insert into contact (organization_id, phone_e164) values (:org, '+33612345678')");
        workspace.run("create or replace function slowly() returns trigger language plpgsql"
                + " as $$ begin perform pg_sleep(tg_argv[0]::numeric); return new; end $$");
    }

    @AfterEach
    void clear() throws SQLException {
        workspace.run("drop function if exists slowly cascade");
    }

    @Test
    void givesNoticeThenLetsItsCallsEndAndRefusesOthers() throws Exception {
        slow(5);
        try (Server node = start(2000, 20_000)) {
            Api calls = new Api(node);
            staysThoughTheFileIsLost(calls);
            CompletableFuture<Answer> bulk = CompletableFuture.supplyAsync(() -> add(calls));
            await(this::isAsleep);
            node.terminate();
            await(() -> calls.health("/ready").status() == 503);
            assertEquals(200, read(calls).status(), "calls are let in until balancers know");
            await(() -> read(calls).status() != 200);

            Answer refused = read(calls);
            assertEquals(503, refused.status(), refused.body());
            assertEquals("unavailable", refused.code());
            assertEquals("5", refused.header("Retry-After"));
            assertTrue(!bulk.isDone(), "it ended before others were refused");
            Answer ended = bulk.get(30, TimeUnit.SECONDS);
            assertEquals(200, ended.status(), ended.body());
            assertEquals(1, ended.output().getInt("added"));
            assertEquals(1, Recount.members(workspace, campaign));
            assertTrue(node.awaitExit(Duration.ofSeconds(15)), "the process goes on");
            assertTrue(ENDED.contains(node.awaitExit()), () -> "it ended with " + exit(node));
        }
    }

    /** As what nobody reads is, in folders that are cleaned: only renamed it asks the node to leave. */
    private static void staysThoughTheFileIsLost(Api calls) throws Exception {
        Files.delete(STOP_FILE);
        Thread.sleep(500);
        assertEquals(200, calls.health("/ready").status());
        Files.createFile(STOP_FILE);
    }

    @Test
    void refusesWholeWhatDoesNotEndInTime() throws Exception {
        slow(100);
        try (Server node = start(0, 1000)) {
            Api calls = new Api(node);
            CompletableFuture<Answer> bulk = CompletableFuture.supplyAsync(() -> add(calls));
            await(this::isAsleep);
            node.terminate();
            Answer refused = bulk.get(30, TimeUnit.SECONDS);
            assertEquals(503, refused.status(), refused.body());
            assertEquals("unavailable", refused.code());
            assertEquals("5", refused.header("Retry-After"));
            assertEquals(0, Recount.members(workspace, campaign));
            assertTrue(node.awaitExit(Duration.ofSeconds(20)), "the process goes on");
            assertTrue(ENDED.contains(node.awaitExit()), () -> "it ended with " + exit(node));
        }
    }

    private static Server start(int notice, int wait) throws InterruptedException {
        Server node = Surroundings.node(
                "stopping",
                Surroundings.owner(),
                Map.of(
                        "CRM_STOP_FILE",
                        STOP_FILE.toString(),
                        "CRM_STOP_NOTICE_MILLIS",
                        Integer.toString(notice),
                        "CRM_STOP_WAIT_MILLIS",
                        Integer.toString(wait)));
        node.awaitReady();
        return node;
    }

    private void slow(int seconds) throws SQLException {
        workspace.run(
                "create trigger slow before insert on campaign_contact for each row when (new.organization_id = :org)"
                        + " execute function slowly('" + seconds + "')");
    }

    private Answer add(Api calls) {
        JsonObject all = Json.createObjectBuilder()
                .add("campaignId", campaign.toString())
                .add("filter", Json.createObjectBuilder().add("all", true))
                .build();
        return calls.tool(ADD, workspace.id, all);
    }

    private Answer read(Api calls) {
        return calls.tool("list_campaigns", workspace.id, JsonObject.EMPTY_JSON_OBJECT);
    }

    private boolean isAsleep() {
        try {
            return workspace.count("select count(*) from pg_stat_activity where wait_event = 'PgSleep'"
                            + " and query like '%campaign_contact%'")
                    > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier state) throws InterruptedException {
        while (!state.getAsBoolean()) {
            Thread.sleep(50);
        }
    }

    private static String exit(Server node) {
        try {
            return Integer.toString(node.awaitExit());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "an interrupt";
        }
    }
}
