package org.crmagent.tools.scriptexecutions;

import static org.crmagent.it.JsonText.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** Drafts of an AI server over HTTP, which answers well and badly, on a node that is configured to ask it. */
class AutoQualifyIT extends AutoQualifyCalls {
    @Test
    void draftsWhatTheServerReads() throws SQLException {
        Answer answer = upsert(asking("owner", "Oui", "heating", "Fioul", "age", "douze ans"));
        assertEquals(List.of(), answer.warnings());
        Map<String, Object> row = stored();
        assertEquals(answer.output().getString("qualificationId"), row.get("id").toString());
        assertEquals(
                json("{\"owner\": true, \"heating\": \"Fioul\", \"age\": 12}"),
                json(row.get("values").toString()));
        assertEquals(
                "draft auto 40 3 1",
                row.get("status") + " " + row.get("source") + " " + row.get("score") + " " + row.get("template_version")
                        + " " + row.get("version"));
        assertEquals(id(answer.output()), row.get("script_execution_id").toString());
        assertEquals(
                "to_call",
                workspace
                        .rows("select state from campaign_contact where organization_id = :org")
                        .get(0)
                        .get("state"));
        assertEquals(
                "{\"qualifications\": 1, \"scriptExecutions\": 1}",
                workspace
                        .rows("select affected_counts::text as counts from audit_log where organization_id = :org")
                        .get(0)
                        .get("counts"));
    }

    @Test
    void writesItsOwnDraftAnewButNothingThatAPersonTouched() throws SQLException {
        String execution = id(upserted(asking("owner", "Oui")));
        ai.does(AiDouble.says("{\"values\": {\"owner\": false}, \"comment\": \"unsure\"}"));
        upserted(asking("owner", "Non").add("status", "completed"));
        assertEquals("{\"owner\": false} 2", stored().get("values") + " " + stored().get("version"));
        // what is completed can still be asked about
        ai.does(AiDouble.says(GOOD));
        Answer again = upsert(input().add("executionId", execution).add("autoQualify", true));
        assertEquals(List.of("no_change"), again.warnings());
        assertEquals(3, stored().get("version"));
        for (String touched : List.of("source = 'agent'", "source = 'auto', status = 'qualified'")) {
            workspace.run("update qualification set " + touched + " where organization_id = :org");
            ai.does(AiDouble.says(GOOD));
            Answer kept = upsert(input().add("executionId", execution).add("autoQualify", true));
            assertEquals(List.of("no_change", "qualification_kept"), kept.warnings());
            assertTrue(kept.output().isNull("qualificationId"));
            assertEquals(List.of(), ai.questions());
            assertEquals(3, stored().get("version"));
        }
    }

    @Test
    void takesTheCompletedExecutionWhereNothingIsRecorded() throws SQLException {
        String done = id(upserted(
                here().add("status", "completed").add("responses", responses("owner", "Oui", "heating", "Gaz"))));
        Answer answer = upsert(here().add("autoQualify", true));
        assertEquals(done, id(output(answer)));
        assertTrue(answer.data().getString("summary").contains("No new one was started: this is " + done));
        assertEquals(done, stored().get("script_execution_id").toString());
        assertEquals(1, workspace.count("select count(*) from script_execution where organization_id = :org"));
        assertEquals("Gaz", ai.questions().get(0).getJsonObject("captured").getString("chauffage"));
    }

    @Test
    void keepsADraftThatKnowsMore() throws SQLException {
        upserted(asking("owner", "Oui", "heating", "Gaz").add("status", "completed"));
        ai.does(AiDouble.says("{\"values\": {}}"));
        Answer started = upsert(here());
        assertEquals(List.of("previous_execution_completed"), started.warnings());
        assertEquals(
                List.of("auto_qualify_not_run"),
                upsert(asking("owner", null)).warnings().subList(1, 2));
        Answer less = upsert(asking("owner", "Non"));
        assertEquals(List.of("qualification_kept"), less.warnings());
        assertEquals(
                stored().get("id").toString(),
                follow(less, 1).output().getJsonObject("qualification").getString("id"));
        assertEquals(List.of(), ai.questions());
        assertEquals("1 40", stored().get("version") + " " + stored().get("score"));
        // read to its end, the later call counts, however short
        upserted(asking().add("status", "completed"));
        assertEquals("2 0", stored().get("version") + " " + stored().get("score"));
    }

    @Test
    void asksNothingWhereNothingCanCome() throws SQLException {
        Answer preview = upsert(asking("owner", "Oui").add("dryRun", true));
        assertEquals(List.of("auto_qualify_not_run"), preview.warnings());
        assertEquals("validation_failed", upsert(asking("owner", "Gaz")).code());
        assertEquals(
                "invalid_state",
                upsert(asking("owner", "Oui").add("status", "completed")).code());
        for (var agent : Map.of(UUID.randomUUID(), "not_found", workspace.agent("paused"), "invalid_state")
                .entrySet()) {
            Answer refused =
                    upsert(asking("owner", "Oui").add("agentId", agent.getKey().toString()));
            assertEquals(agent.getValue(), refused.code());
        }
        workspace.run("update campaign set qualification_template_id = null where organization_id = :org");
        assertEquals(
                List.of("auto_qualify_not_run"), upsert(asking("owner", "Oui")).warnings());
        workspace.run("update organization set status = 'suspended' where id = :org");
        assertEquals("invalid_state", upsert(asking("owner", "Non")).code());
        assertEquals(List.of(), ai.questions());
    }

    /** Neither lock nor transaction is held while the server thinks; what it says of the past is dropped. */
    @Test
    void holdsNothingWhileItWaitsAndDropsWhatIsOutdated() throws Exception {
        upserted(here().add("responses", responses("owner", "Oui")));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ai.does(out -> {
            asked.countDown();
            released.await(READ.toMillis() - 100, TimeUnit.MILLISECONDS);
            AiDouble.says(GOOD).answer(out);
        });
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(
                () -> upsert(asking("heating", "Fioul")), task -> new Thread(task).start());
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        assertEquals(
                0,
                workspace.count(
                        "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'"));
        for (String table : List.of(
                "script_execution",
                "script_template",
                "qualification_template",
                "qualification",
                "campaign_contact",
                "contact",
                "campaign",
                "organization_module")) {
            workspace.rows("select 1 from " + table + " where organization_id = :org for update nowait");
        }
        assertEquals(
                0,
                workspace.count(
                        "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())"));
        upserted(here().add("responses", responses("owner", "Non")));
        released.countDown();
        Answer answer = waiting.join();
        assertEquals(List.of("answers_off_path", "auto_qualify_dropped"), answer.warnings());
        assertEquals(
                "{\"owner\":\"Non\",\"heating\":\"Fioul\"}",
                output(get(here()))
                        .getJsonObject("execution")
                        .getJsonObject("responses")
                        .toString());
        assertEquals(0, workspace.count("select count(*) from qualification where organization_id = :org"));
    }

    @Test
    void draftsOneHoweverManyAskAtOnce() throws SQLException {
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            calls.add(CompletableFuture.supplyAsync(
                    () -> upsert(asking("owner", "Oui")), task -> new Thread(task).start()));
        }
        calls.forEach(call -> output(call.join()));
        assertEquals(1, workspace.count("select count(*) from qualification where organization_id = :org"));
        assertEquals("auto", stored().get("source"));
    }
}
