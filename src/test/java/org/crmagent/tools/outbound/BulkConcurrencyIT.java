package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Recount;
import org.junit.jupiter.api.Test;

/** Bulk calls at the same time on the same campaigns. */
class BulkConcurrencyIT extends OverHttp {
    private static final String ADD = "bulk_add_contacts_to_campaign_by_filter";

    private record Request(String tool, JsonObject input) {}

    @Test
    void equalAddsAddEachContactOnce() throws Exception {
        RandomCrm crm = new RandomCrm(api, 2_000);
        UUID campaign = crm.workspace.campaign("draft", "business");
        JsonObject input = Json.createObjectBuilder()
                .add("campaignId", campaign.toString())
                .add("filter", Json.createObjectBuilder().add("all", true))
                .build();
        List<Answer> answers = atOnce(crm, List.of(new Request(ADD, input), new Request(ADD, input)));
        long added = 0;
        for (Answer answer : answers) {
            assertEquals(200, answer.status(), answer::body);
            added += answer.output().getInt("added");
        }
        assertEquals(added, Recount.members(crm.workspace, campaign));
    }

    @Test
    void addsRemovalsAndAssignmentsKeepEveryInvariant() throws Exception {
        RandomCrm crm = new RandomCrm(api, 600);
        crm.workspace.run("create table if not exists do_not_call_since (id uuid, since timestamptz)");
        Random random = new Random(11);
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            requests.add(random(crm, random));
        }
        for (Answer answer : atOnce(crm, requests)) {
            // what a removal would take away may have become more than half of the campaign
            assertTrue(answer.status() == 200 || "expected_count_required".equals(answer.code()), answer::body);
        }
        assertEquals(
                0,
                crm.workspace.count(
                        "select count(*) from campaign_contact m join do_not_call_since d on d.id = m.contact_id"
                                + " where m.organization_id = :org and d.since < m.added_at"),
                "nobody was added who was do-not-call before the call started");
        Recount.agrees(crm.workspace);
        for (JsonObject agent : crm.workspace
                .call("bulk_get_agent_workloads", JsonObject.EMPTY_JSON_OBJECT)
                .output()
                .getJsonArray("agents")
                .getValuesAs(JsonObject.class)) {
            assertEquals(
                    crm.workspace.count(
                            "select count(*) from campaign_contact where organization_id = :org and assigned_agent_id = ?"
                                    + " and state in ('to_call', 'in_progress', 'follow_up')",
                            UUID.fromString(agent.getString("agentId"))),
                    agent.getInt("assignedOpen"),
                    "loads equal a recount");
        }
        crm.workspace.run("drop table do_not_call_since");
    }

    private static Request random(RandomCrm crm, Random random) {
        JsonObjectBuilder input = Json.createObjectBuilder()
                .add("campaignId", crm.campaigns.get(random.nextInt(4)).toString());
        JsonObjectBuilder agents = Json.createObjectBuilder()
                .add("strategy", List.of("balanced", "round_robin", "weighted").get(random.nextInt(3)))
                .add(
                        "agentIds",
                        Json.createArrayBuilder(crm.agents.subList(0, 3).stream()
                                .map(UUID::toString)
                                .toList()));
        JsonObjectBuilder states = Json.createObjectBuilder()
                .add("states", Json.createArrayBuilder().add("to_call"));
        return switch (random.nextInt(3)) {
            case 0 ->
                new Request(
                        ADD,
                        input.add("filter", Json.createObjectBuilder().add("all", true))
                                .add("limit", 1 + random.nextInt(80))
                                .add("assign", agents)
                                .build());
            case 1 ->
                new Request(
                        "bulk_remove_contacts_from_campaign",
                        input.add("filter", states.add("maxAttempts", random.nextInt(2)))
                                .add("confirm", true)
                                .add("dryRun", random.nextInt(4) == 0)
                                .build());
            default ->
                new Request(
                        "bulk_assign_campaign_contacts",
                        input.addAll(agents)
                                .add("filter", states)
                                .add("keepExisting", random.nextBoolean())
                                .add("confirm", true)
                                .build());
        };
    }

    /** Sends all with eight threads, while a loader marks contacts do-not-call. */
    private static List<Answer> atOnce(RandomCrm crm, List<Request> requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(9);
        try {
            Future<Void> loader = threads.submit(() -> {
                for (int i = 0; i < 10 && requests.size() > 2; i++) {
                    markDoNotCall(crm);
                }
                return null;
            });
            List<Future<Answer>> answers = new ArrayList<>();
            for (Request request : requests) {
                answers.add(threads.submit(() -> patiently(crm, request)));
            }
            List<Answer> received = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                received.add(answer.get());
            }
            loader.get();
            return received;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Repeats a call that others overtook again and again, as its answer asks. */
    private static Answer patiently(RandomCrm crm, Request request) {
        Answer answer = crm.workspace.call(request.tool, request.input);
        for (int i = 0; i < 20 && "unavailable".equals(answer.code()); i++) {
            answer = crm.workspace.call(request.tool, request.input);
        }
        return answer;
    }

    private static void markDoNotCall(RandomCrm crm) throws SQLException {
        List<java.util.Map<String, Object>> marked = crm.workspace.rows("""
                update contact set do_not_call = true
                where (organization_id, id) in (select organization_id, id from contact
                                                where organization_id = :org and not do_not_call order by random() limit 3)
                returning id
                """);
        for (var row : marked) {
            crm.workspace.run("insert into do_not_call_since values (?, clock_timestamp())", row.get("id"));
        }
    }
}
