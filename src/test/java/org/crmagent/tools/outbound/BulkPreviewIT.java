package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a preview promises is what is done, once; and what changes between deciding and doing is seen. */
class BulkPreviewIT extends OverHttp {
    private static final String ADD = "bulk_add_contacts_to_campaign_by_filter";
    private static final String ASSIGN = "bulk_assign_campaign_contacts";
    private static final String REMOVE = "bulk_remove_contacts_from_campaign";

    private Workspace workspace;
    private UUID campaign;
    private UUID agent;

    @BeforeEach
    void campaignWithAnAgent() throws SQLException {
        workspace = new Workspace(api);
        campaign = workspace.campaign("active", "business");
        agent = workspace.agent("active");
        join(agent);
        workspace.run("insert into contact (organization_id, id, phone_e164)"
                + " select :org, gen_random_uuid(), '+3361234567' || n from generate_series(1, 6) n");
    }

    @Test
    void bindsWhoGetsTheContacts() throws SQLException {
        workspace.enrol(campaign, "true");
        JsonObject assign = input().add("strategy", "balanced").build();
        String token = preview(ASSIGN, assign);
        join(workspace.agent("active"));
        assertEquals("preview_stale", apply(ASSIGN, assign, token).code());
        JsonObject add = input().add("filter", all())
                .add("assign", Json.createObjectBuilder().add("strategy", "round_robin"))
                .build();
        String other = preview(ADD, add);
        join(workspace.agent("active"));
        workspace.run("delete from campaign_contact where organization_id = :org");
        assertEquals("preview_stale", apply(ADD, add, other).code());
    }

    @Test
    void appliesAPreviewOnce() throws SQLException {
        JsonObject add = input().add("filter", all()).build();
        String token = preview(ADD, add);
        assertEquals(200, apply(ADD, add, token).status());
        assertEquals(
                200,
                workspace
                        .call(
                                REMOVE,
                                input().add("all", true).add("confirm", true).build())
                        .status());
        Answer again = apply(ADD, add, token);
        assertEquals("preview_stale", again.code(), again::body);
        assertEquals(0, workspace.count("select count(*) from campaign_contact where organization_id = :org"));
        String fresh = again.output().getString("previewToken");
        assertEquals(200, apply(ADD, add, fresh).status());
    }

    @Test
    void bindsWhatBesidesTheContactsIsTouched() throws SQLException {
        workspace.enrol(campaign, "true");
        JsonObject remove = input().add("all", true).add("detachCallLogs", true).build();
        for (String table : List.of("follow_up", "script_execution", "call_log")) {
            String token = preview(REMOVE, remove);
            workspace.run("insert into " + table + " (organization_id, campaign_id, contact_id)"
                    + " select organization_id, campaign_id, contact_id from campaign_contact"
                    + " where organization_id = :org limit 1");
            assertEquals("preview_stale", apply(REMOVE, remove, token).code(), table);
        }
    }

    @Test
    void takesAgentsAwayInCampaignsThatAreOver() throws SQLException {
        workspace.enrol(campaign, "true");
        workspace.run("update campaign_contact set assigned_agent_id = ? where organization_id = :org", agent);
        workspace.run("update campaign set status = 'archived' where organization_id = :org");
        JsonObject unassign = input().add("strategy", "unassign")
                .add("filter", Json.createObjectBuilder().add("unassigned", false))
                .add("confirm", true)
                .build();
        assertEquals(6, workspace.call(ASSIGN, unassign).output().getInt("unassigned"));
    }

    @Test
    void neverAddsAContactToTwoActiveCampaignsWhereToldNotTo() throws Exception {
        UUID other = workspace.campaign("active", "business");
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> workspace.call(ADD, skipping(campaign)));
        CompletableFuture<Answer> second = CompletableFuture.supplyAsync(() -> workspace.call(ADD, skipping(other)));
        int added = first.get(60, TimeUnit.SECONDS).output().getInt("added")
                + second.get(60, TimeUnit.SECONDS).output().getInt("added");
        assertEquals(6, added);
        assertEquals(6, workspace.count("select count(*) from campaign_contact where organization_id = :org"));
    }

    @Test
    void leavesOutWhoRefusesBetweenDecidingAndAdding() throws Exception {
        UUID newcomer = workspace.agent("active");
        JsonObject add = input().add("filter", all())
                .add(
                        "assign",
                        Json.createObjectBuilder()
                                .add("strategy", "round_robin")
                                .add("agentIds", Json.createArrayBuilder().add(newcomer.toString())))
                .build();
        CompletableFuture<Answer> running;
        try (Connection other = Database.owner();
                PreparedStatement lock = other.prepareStatement("select 1 from app_user where id = ? for update")) {
            other.setAutoCommit(false);
            lock.setObject(1, newcomer);
            lock.execute();
            running = CompletableFuture.supplyAsync(() -> workspace.call(ADD, add));
            awaitWaiting("campaign_agent");
            workspace.run(
                    "update contact set call_consent = 'refused' where organization_id = :org and phone_e164 like '%1'");
            other.rollback();
        }
        JsonObject added = running.get(60, TimeUnit.SECONDS).output();
        assertEquals(5, added.getInt("added"), added::toString);
        assertEquals(1, added.getJsonObject("skipped").getInt("doNotCall"));
        assertEquals(
                0,
                workspace.count("select count(*) from campaign_contact m join contact k on k.id = m.contact_id"
                        + " where m.organization_id = :org and k.call_consent = 'refused'"));
    }

    private void awaitWaiting(String table) throws Exception {
        for (int i = 0; i < 300; i++) {
            long waiting = workspace.count(
                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%" + table
                            + "%'");
            if (waiting > 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing waits for " + table);
    }

    private JsonObject skipping(UUID into) {
        return Json.createObjectBuilder()
                .add("campaignId", into.toString())
                .add("filter", all())
                .add("skipIfInActiveCampaign", true)
                .build();
    }

    private void join(UUID newcomer) throws SQLException {
        workspace.run(
                "insert into campaign_agent (organization_id, campaign_id, user_id) values (:org, ?, ?)",
                campaign,
                newcomer);
    }

    private JsonObjectBuilder input() {
        return Json.createObjectBuilder().add("campaignId", campaign.toString());
    }

    private static JsonObjectBuilder all() {
        return Json.createObjectBuilder().add("all", true);
    }

    private String preview(String tool, JsonObject input) {
        Answer answer = workspace.call(
                tool, Json.createObjectBuilder(input).add("dryRun", true).build());
        assertTrue(answer.status() == 200, answer::body);
        return answer.output().getString("previewToken");
    }

    private Answer apply(String tool, JsonObject input, String token) {
        JsonObjectBuilder whole = Json.createObjectBuilder(input).add("previewToken", token);
        return workspace.call(tool, (ADD.equals(tool) ? whole : whole.add("confirm", true)).build());
    }
}
