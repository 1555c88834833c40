package org.crmagent.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crmagent.it.Api;
import org.crmagent.it.Recount;
import org.crmagent.it.Surroundings;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** Eight agents make bulk calls through the proxy while a node is lost. */
@Tag("cluster")
@Timeout(300)
class LostNodeIT {
    private static final int AGENTS = 8;
    private static final int CONTACTS = 2_000;
    private static final int SOME = 3 * AGENTS;
    private static final Map<String, String> FIGURE = Map.of(
            Campaigner.ADD, "added",
            Campaigner.ASSIGN, "assigned",
            Campaigner.REMOVE, "removed");
    private static final Path FIGURES = Surroundings.CHECKOUT.resolve("target/cluster-figures.txt");

    private Cluster cluster;
    private Workspace workspace;
    private Agents agents;

    @BeforeEach
    void start(TestInfo test) throws Exception {
        cluster = Cluster.start(test.getTestMethod().orElseThrow().getName());
        workspace = Campaigner.workspace(new Api(cluster.two()), cluster.database, CONTACTS);
        agents = new Agents(AGENTS, cluster.balanced(), workspace, CONTACTS);
        agents.awaitCalls(SOME);
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
    }

    @Test
    void killed() throws Exception {
        Instant killed = Instant.now();
        cluster.one().kill();
        Duration noticed = cluster.awaitState("one", "DOWN");
        agents.awaitCalls(SOME);
        Duration more = Duration.between(killed, Instant.now());
        cluster.startOneAgain();
        cluster.awaitState("one", "UP");
        agents.awaitCalls(SOME);
        List<Campaigner.Done> done = agents.end();
        assertFalse(repeated(done).isEmpty(), "no call was under way on the node that was killed");
        proven(done);
        tell(
                "kill -9",
                done,
                "the proxy noticed after %d ms, and %d calls had ended %d ms after the kill"
                        .formatted(noticed.toMillis(), SOME, more.toMillis()));
    }

    @Test
    void stopped() throws Exception {
        Instant told = Instant.now();
        cluster.one().terminate();
        assertTrue(cluster.one().awaitExit(Duration.ofSeconds(60)), "it goes on");
        Duration took = Duration.between(told, Instant.now());
        assertEquals("DOWN", cluster.proxy().state("one").replaceFirst(" .*", ""));
        agents.awaitCalls(SOME);
        List<Campaigner.Done> done = agents.end();
        assertEquals(
                List.of(),
                repeated(done).stream().map(Campaigner.Done::failures).toList(),
                "somebody noticed");
        proven(done);
        tell("TERM", done, "the process ended after " + took.toMillis() + " ms");
    }

    /** Every call has one effect, whole, whatever it took to get its answer. */
    private void proven(List<Campaigner.Done> done) throws SQLException {
        for (Campaigner.Done call : done) {
            assertEquals(
                    200,
                    call.answer().status(),
                    () -> call.failures() + call.answer().body());
            assertEquals(
                    CONTACTS,
                    call.answer().output().getInt(FIGURE.get(call.tool())),
                    call.answer().body());
            assertEquals(1, Recount.effects(workspace, call.requestId()), call.tool());
        }
        var byCampaign = done.stream().collect(Collectors.groupingBy(Campaigner.Done::campaign));
        for (var campaign : byCampaign.entrySet()) {
            boolean emptied =
                    campaign.getValue().stream().anyMatch(call -> call.tool().equals(Campaigner.REMOVE));
            assertEquals(emptied ? 0 : CONTACTS, Recount.members(workspace, campaign.getKey()));
        }
        Recount.agrees(workspace);
    }

    private static List<Campaigner.Done> repeated(List<Campaigner.Done> done) {
        return done.stream().filter(call -> !call.failures().isEmpty()).toList();
    }

    /** For docs/how-to/several-nodes.md. */
    private static void tell(String what, List<Campaigner.Done> done, String more) throws IOException {
        List<Campaigner.Done> repeated = repeated(done);
        String line = "%s: %d bulk calls, %d of them repeated (%s; the slowest had its answer after %d ms); %s%n"
                .formatted(
                        what,
                        done.size(),
                        repeated.size(),
                        repeated.stream()
                                .flatMap(call -> call.failures().stream())
                                .collect(Collectors.groupingBy(failure -> failure, Collectors.counting())),
                        repeated.stream()
                                .map(call -> call.took().toMillis())
                                .max(Comparator.naturalOrder())
                                .orElse(0L),
                        more);
        Files.writeString(FIGURES, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
