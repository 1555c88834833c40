package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks each table that a bulk call writes, one after the other: the call fails, and not one row is left of it. */
class BulkAtomicityIT extends OverHttp {
    private static final List<String> TOUCHED = List.of(
            "campaign",
            "campaign_agent",
            "campaign_contact",
            "follow_up",
            "script_execution",
            "call_log",
            "campaign_contact_count",
            "campaign_outcome_count",
            "idempotency_record");

    private RandomCrm crm;
    private UUID campaign;

    @BeforeEach
    void busyCampaign() throws SQLException {
        crm = new RandomCrm(api, 60);
        campaign = crm.campaigns.get(0);
        crm.workspace.run(
                "insert into contact (organization_id, id, source, phone_e164, call_consent, call_consent_at)"
                        + " select :org, gen_random_uuid(), 'sure', '+3361234567' || n, 'granted', now() from generate_series(1, 4) n");
        crm.workspace.enrol(campaign, "k.source = 'sure' and k.phone_e164 <= '+33612345672'");
        String members =
                "select m.organization_id, m.campaign_id, m.contact_id from campaign_contact m where m.organization_id = :org";
        crm.workspace.run("insert into follow_up (organization_id, campaign_id, contact_id) " + members);
        crm.workspace.run("insert into call_log (organization_id, campaign_id, contact_id) " + members);
        crm.workspace.run("insert into script_execution (organization_id, campaign_id, contact_id) " + members);
    }

    @ParameterizedTest
    @CsvSource({
        "bulk_add_contacts_to_campaign_by_filter, campaign_agent campaign campaign_contact campaign_contact_count idempotency_record audit_log",
        "bulk_assign_campaign_contacts, campaign_agent campaign campaign_contact campaign_contact_count idempotency_record audit_log",
        "bulk_remove_contacts_from_campaign, campaign_contact campaign_outcome_count follow_up script_execution call_log"
                + " idempotency_record audit_log"
    })
    void leavesNothingHalfDone(String tool, String tables) throws SQLException {
        String before = state();
        for (String table : tables.split(" ", -1)) {
            breaking(table, () -> {
                Answer answer = call(tool, "broken-" + table);
                assertEquals("internal_error", answer.code(), () -> table + answer.body());
                assertEquals(before, state(), "broken at " + table);
            });
        }
        Answer answer = call(tool, "broken-" + tables.split(" ", -1)[0]);
        assertEquals(200, answer.status(), "the same request goes through once nothing is broken: " + answer.body());
    }

    /** PostgreSQL ends a statement on request as it does when its time is over, with the same code. */
    @ParameterizedTest
    @CsvSource({
        "bulk_add_contacts_to_campaign_by_filter, insert",
        "bulk_assign_campaign_contacts, update",
        "bulk_remove_contacts_from_campaign, delete"
    })
    void givesUpAStatementWhoseTimeIsOver(String tool, String deed) throws Exception {
        String before = state();
        crm.workspace.run("create or replace function hang_here() returns trigger language plpgsql as $$ begin"
                + " if (coalesce(new, old)).organization_id = :org and current_setting('statement_timeout') = '3min'"
                + " then perform pg_sleep(100); end if; return coalesce(new, old); end $$");
        crm.workspace.run("create trigger hangs before " + deed
                + " on campaign_contact for each row execute function hang_here()");
        try {
            CompletableFuture<Answer> hanging = CompletableFuture.supplyAsync(() -> call(tool, "hanging"));
            endTheSleeper(hanging);
            Answer answer = hanging.get(30, TimeUnit.SECONDS);
            assertEquals(503, answer.status(), answer.body());
            assertEquals("unavailable", answer.code());
            assertEquals("5", answer.header("Retry-After"));
            assertEquals(before, state());
        } finally {
            crm.workspace.run("drop trigger hangs on campaign_contact");
            crm.workspace.run("drop function hang_here");
        }
        assertEquals(200, call(tool, "hanging").status(), "the same request goes through once nothing hangs");
    }

    private void endTheSleeper(CompletableFuture<Answer> hanging) throws Exception {
        String cancel =
                "select count(pg_cancel_backend(pid)) as ended from pg_stat_activity where wait_event = 'PgSleep'"
                        + " and query like '%campaign_contact%'";
        for (int i = 0; i < 300; i++) {
            if (crm.workspace.count(cancel) > 0) {
                return;
            }
            assertFalse(
                    hanging.isDone(), () -> "it never hung: " + hanging.join().body());
            Thread.sleep(100);
        }
        throw new AssertionError("no statement was found asleep");
    }

    private Answer call(String tool, String requestId) {
        JsonObjectBuilder input = Json.createObjectBuilder().add("campaignId", campaign.toString());
        JsonObjectBuilder assign = Json.createObjectBuilder()
                .add("strategy", "balanced")
                .add("agentIds", Json.createArrayBuilder().add(crm.agents.get(0).toString()));
        switch (tool) {
            case "bulk_add_contacts_to_campaign_by_filter" ->
                input.add("filter", Json.createObjectBuilder().add("all", true)).add("assign", assign);
            case "bulk_assign_campaign_contacts" -> input.addAll(assign).add("confirm", true);
            default -> input.add("all", true).add("detachCallLogs", true).add("confirm", true);
        }
        return api.tool(
                tool,
                Json.createObjectBuilder()
                        .add("organizationId", crm.workspace.id.toString())
                        .add("requestId", requestId)
                        .add("input", input)
                        .build());
    }

    private interface Attempt {
        void run() throws SQLException;
    }

    /** While it runs, writing the organization's rows of a table fails; of audit rows only those of what was done. */
    private void breaking(String table, Attempt attempt) throws SQLException {
        String which = "audit_log".equals(table) ? " and new.http_status = 200" : "";
        crm.workspace.run(
                "create or replace function break_" + table + "() returns trigger language plpgsql as $$ begin"
                        + " if (coalesce(new, old)).organization_id = :org" + which
                        + " then raise exception 'broken on purpose';"
                        + " end if; return coalesce(new, old); end $$");
        crm.workspace.run("create trigger broken before insert or update or delete on " + table
                + " for each row execute function break_" + table + "()");
        try {
            attempt.run();
        } finally {
            crm.workspace.run("drop trigger broken on " + table);
            crm.workspace.run("drop function break_" + table);
        }
    }

    /** Everything of the organization that a bulk call could touch. */
    private String state() throws SQLException {
        StringBuilder state = new StringBuilder();
        for (String table : TOUCHED) {
            state.append(crm.workspace.rows("select md5(string_agg(t::text, '|' order by t::text)) as digest from "
                    + table + " t where organization_id = :org"));
        }
        return state.toString();
    }
}
