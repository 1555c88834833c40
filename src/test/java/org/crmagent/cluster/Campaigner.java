package org.crmagent.cluster;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Workspace;
import org.crmagent.run.Login;

/**
 * An agent that fills, assigns and, every other time, empties campaigns of its own by bulk calls, one after the other, until it
 * is told to end. It repeats what got no answer, or one that says to, with the same requestId, as the contract tells it to.
 */
final class Campaigner implements Callable<List<Campaigner.Done>> {
    static final String ADD = "bulk_add_contacts_to_campaign_by_filter";
    static final String ASSIGN = "bulk_assign_campaign_contacts";
    static final String REMOVE = "bulk_remove_contacts_from_campaign";

    /** Of a proxy whose node is gone, and of a node that can't do it now. */
    private static final Set<Integer> LATER = Set.of(502, 503, 504);

    private static final int MOST_ATTEMPTS = 200;

    private final Api api;
    private final Workspace workspace;
    private final UUID agent;
    private final int contacts;
    private final List<Done> done = new ArrayList<>();
    private volatile boolean enough;

    /** A call that has its answer, and what it took to get it. */
    record Done(UUID campaign, String tool, String requestId, Answer answer, List<String> failures, Duration took) {}

    Campaigner(Api api, Workspace workspace, int contacts) throws SQLException {
        this.api = api;
        this.workspace = workspace;
        this.agent = workspace.agent("active");
        this.contacts = contacts;
    }

    /** An organization with so many contacts who may be called. */
    static Workspace workspace(Api api, Login database, int contacts) throws SQLException {
        Workspace workspace = new Workspace(api, database);
        workspace.run("insert into contact (organization_id, phone_e164)"
                + " select :org, '+3361' || lpad(n::text, 7, '0') from generate_series(1, " + contacts + ") n");
        return workspace;
    }

    static JsonObject body(Workspace workspace, String requestId, JsonObject input) {
        return Json.createObjectBuilder()
                .add("organizationId", workspace.id.toString())
                .add("requestId", requestId)
                .add("input", input)
                .build();
    }

    /** After the campaign that it works on. */
    void end() {
        enough = true;
    }

    synchronized int calls() {
        return done.size();
    }

    @Override
    public List<Done> call() throws Exception {
        for (int round = 0; !enough; round++) {
            UUID campaign = workspace.campaign("draft", "business");
            send(
                    campaign,
                    ADD,
                    input(campaign).add("filter", Json.createObjectBuilder().add("all", true)));
            send(
                    campaign,
                    ASSIGN,
                    input(campaign)
                            .add("strategy", "balanced")
                            .add("agentIds", Json.createArrayBuilder().add(agent.toString()))
                            .add("confirm", true));
            if (round % 2 == 1) {
                send(
                        campaign,
                        REMOVE,
                        input(campaign).add("all", true).add("confirm", true).add("expectedCount", contacts));
            }
        }
        return done;
    }

    private static JsonObjectBuilder input(UUID campaign) {
        return Json.createObjectBuilder().add("campaignId", campaign.toString());
    }

    private void send(UUID campaign, String tool, JsonObjectBuilder input) throws InterruptedException {
        String requestId = UUID.randomUUID().toString();
        String body = body(workspace, requestId, input.build()).toString();
        List<String> failures = new ArrayList<>();
        Instant from = Instant.now();
        while (failures.size() < MOST_ATTEMPTS) {
            try {
                Answer answer = api.tool(tool, body);
                if (!LATER.contains(answer.status()) && !inProgress(answer)) {
                    keep(new Done(campaign, tool, requestId, answer, failures, Duration.between(from, Instant.now())));
                    return;
                }
                failures.add(Integer.toString(answer.status()));
            } catch (UncheckedIOException cut) {
                failures.add(String.valueOf(cut.getMessage()));
            }
            Thread.sleep(100);
        }
        throw new AssertionError(tool + " never got an answer: " + failures);
    }

    private synchronized void keep(Done call) {
        done.add(call);
    }

    private static boolean inProgress(Answer answer) {
        return answer.status() == 409 && answer.code().equals("request_in_progress");
    }
}
