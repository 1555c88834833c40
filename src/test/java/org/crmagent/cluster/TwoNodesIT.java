package org.crmagent.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Demo;
import org.crmagent.it.Recount;
import org.crmagent.it.Surroundings;
import org.crmagent.it.Workspace;
import org.crmagent.run.DemoData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A caller can't tell which of two nodes answers. */
@Tag("cluster")
class TwoNodesIT {
    private static final String ADD = "bulk_add_contacts_to_campaign_by_filter";
    private static final int CONTACTS = 5_000;
    private static final Pattern OWN = Pattern.compile("\"durationMs\":\\d+|\"previewToken\":\"[^\"]*\""
            + "|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"
            + "|\"\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z\"");

    private static Cluster cluster;
    private static Api one;
    private static Api two;

    @BeforeAll
    static void start() throws Exception {
        cluster = Cluster.start("alike");
        one = new Api(cluster.one());
        two = new Api(cluster.two());
        DemoData.load(cluster.database);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
    }

    @Test
    void migrateOnceWhenTheyStartAtOnce() throws Exception {
        Workspace workspace = new Workspace(one, cluster.database);
        try (Stream<Path> files = Files.list(Surroundings.CHECKOUT.resolve("src/main/resources/db/migration"))) {
            long migrations =
                    files.filter(file -> file.toString().endsWith(".sql")).count();
            assertEquals(
                    migrations + " " + migrations,
                    workspace
                            .rows(
                                    "select count(*) || ' ' || count(distinct version) as told from public.crm_schema_history"
                                            + " where success and version is not null")
                            .get(0)
                            .get("told"));
        }
        assertEquals(0, workspace.count("select count(*) from public.crm_schema_history where not success"));
        assertEquals(200, one.health("/ready").status());
        assertEquals(200, two.health("/ready").status());
    }

    @Test
    void answerAlike() {
        Answer catalogue = one.capabilities("");
        assertEquals(masked(catalogue), masked(two.capabilities("")));
        assertEquals(catalogue.header("ETag"), two.capabilities("").header("ETag"));
        int calls = 0;
        for (JsonObject tool : catalogue.data().getJsonArray("tools").getValuesAs(JsonObject.class)) {
            for (JsonObject example : tool.getJsonArray("examples").getValuesAs(JsonObject.class)) {
                String name = tool.getString("name");
                String body = harmless(tool, example.getJsonObject("input")).toString();
                assertEquals(masked(one.tool(name, body)), masked(two.tool(name, body)), body);
                calls++;
            }
        }
        assertTrue(calls >= 74, calls + " calls");
    }

    /** A call that keeps nothing, with a name of its own, so that both nodes answer it by that name. */
    private static JsonObject harmless(JsonObject tool, JsonObject input) {
        JsonObjectBuilder kept = Json.createObjectBuilder(input);
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("requestId", UUID.randomUUID().toString())
                .add("input", tool.getBoolean("supportsDryRun") ? kept.add("dryRun", true) : kept);
        return tool.getBoolean("requiresOrganizationId")
                ? body.add("organizationId", Demo.ORGANIZATION.toString()).build()
                : body.build();
    }

    /** Without what no two calls share: how long it took, the token of a preview, an id that the server made, and the time. */
    private static String masked(Answer answer) {
        return answer.status() + " " + OWN.matcher(answer.body()).replaceAll("…");
    }

    @Test
    void showOnlyTheOperationsThroughTheProxy() {
        Api agents = cluster.balanced();
        assertEquals(200, agents.capabilities("").status());
        assertEquals(404, agents.health("/ready").status());
    }

    @Test
    void applyEachOthersPreviewsOnceAndReplayEachOthersAnswers() throws SQLException {
        Workspace workspace = workspace();
        UUID campaign = workspace.campaign("draft", "business");
        JsonObject preview = all(campaign).add("dryRun", true).build();
        String token = one.tool(ADD, workspace.id, preview).output().getString("previewToken");
        JsonObject apply = all(campaign).add("previewToken", token).build();
        String requestId = UUID.randomUUID().toString();
        Answer applied = two.tool(ADD, body(workspace, requestId, apply));
        assertEquals(200, applied.status(), applied.body());
        assertEquals(CONTACTS, applied.output().getInt("added"));
        assertEquals("", applied.header("Idempotent-Replayed"));

        Answer replayed = one.tool(ADD, body(workspace, requestId, apply));
        assertEquals(applied.body(), replayed.body());
        assertEquals("true", replayed.header("Idempotent-Replayed"));
        Answer another = one.tool(ADD, body(workspace, requestId, all(campaign).build()));
        assertEquals("request_id_reused", another.code());
        Answer again = one.tool(ADD, workspace.id, apply);
        assertEquals("preview_stale", again.code(), again.body());
        assertEquals(CONTACTS, Recount.members(workspace, campaign));
        Recount.agrees(workspace);
    }

    @Test
    void haveOneEffectForEqualCallsAtOnce() throws Exception {
        Workspace workspace = workspace();
        UUID campaign = workspace.campaign("draft", "business");
        String requestId = UUID.randomUUID().toString();
        List<Answer> answers = atOnce(
                40,
                number -> node(number)
                        .tool(ADD, body(workspace, requestId, all(campaign).build())));
        List<Answer> fresh = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer.status() == 409) {
                assertEquals("request_in_progress", answer.code());
            } else {
                assertEquals(200, answer.status(), answer.body());
                assertEquals(CONTACTS, answer.output().getInt("added"));
                if (answer.header("Idempotent-Replayed").isEmpty()) {
                    fresh.add(answer);
                }
            }
        }
        assertEquals(1, fresh.size());
        assertEquals(1, Recount.effects(workspace, requestId));
        assertEquals(CONTACTS, Recount.members(workspace, campaign));
    }

    @Test
    void addEachContactOnceForOtherCallsAtOnce() throws Exception {
        Workspace workspace = workspace();
        UUID campaign = workspace.campaign("draft", "business");
        long added = 0;
        for (Answer answer : atOnce(
                8, number -> node(number).tool(ADD, workspace.id, all(campaign).build()))) {
            assertEquals(200, answer.status(), answer.body());
            added += answer.output().getInt("added");
        }
        assertEquals(CONTACTS, added);
        assertEquals(CONTACTS, Recount.members(workspace, campaign));
        Recount.agrees(workspace);
    }

    private interface Sent {
        Answer by(int number);
    }

    private static List<Answer> atOnce(int calls, Sent sent) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int number = i;
                running.add(threads.submit(() -> sent.by(number)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Api node(int number) {
        return number % 2 == 0 ? one : two;
    }

    private static Workspace workspace() throws SQLException {
        return Campaigner.workspace(one, cluster.database, CONTACTS);
    }

    private static JsonObjectBuilder all(UUID campaign) {
        return Json.createObjectBuilder()
                .add("campaignId", campaign.toString())
                .add("filter", Json.createObjectBuilder().add("all", true));
    }

    private static JsonObject body(Workspace workspace, String requestId, JsonObject input) {
        return Campaigner.body(workspace, requestId, input);
    }
}
