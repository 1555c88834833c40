package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Removing: what goes, what stays, and that nothing is half done. */
class BulkRemoveContactsFromCampaignIT extends OverHttp {
    private static final String TOOL = "bulk_remove_contacts_from_campaign";

    private RandomCrm crm;
    private UUID campaign;

    /** Each member of the campaign has a pending, a done and an overdue follow-up, two calls and an open execution. */
    @BeforeEach
    void busyCampaign() throws SQLException {
        crm = new RandomCrm(api, 300);
        campaign = crm.campaigns.get(0);
        crm.workspace.run("""
                insert into follow_up (organization_id, campaign_id, contact_id, due_at, status)
                select m.organization_id, m.campaign_id, m.contact_id, now() + f.days * interval '1 day', f.status
                from campaign_contact m
                cross join (values (1, 'pending'), (-1, 'pending'), (-2, 'done')) as f (days, status)
                where m.organization_id = :org
                """);
        crm.workspace.run("""
                insert into call_log (organization_id, campaign_id, contact_id, outcome)
                select m.organization_id, m.campaign_id, m.contact_id, 'no_answer'
                from campaign_contact m cross join generate_series(1, 2) where m.organization_id = :org
                """);
        crm.workspace.run("""
                insert into script_execution (organization_id, campaign_id, contact_id)
                select m.organization_id, m.campaign_id, m.contact_id from campaign_contact m where m.organization_id = :org
                """);
    }

    @Test
    void takesContactsOutAndKeepsHistory() throws SQLException {
        long matched = members("state = 'to_call' and attempts >= 1");
        long total = members("true");
        JsonObject filter = Json.createObjectBuilder()
                .add("states", Json.createArrayBuilder().add("to_call"))
                .add("minAttempts", 1)
                .build();
        Answer preview = call(Json.createObjectBuilder().add("filter", filter).add("dryRun", true));
        assertEquals(matched, preview.output().getInt("removed"));
        assertEquals(total, members("true"), "a dry run removes nobody");
        Answer run = call(Json.createObjectBuilder()
                .add("filter", filter)
                .add("confirm", true)
                .add("previewToken", preview.output().getString("previewToken")));
        assertEquals(200, run.status(), run::body);
        assertEquals(without(preview.output(), "previewToken"), run.output(), "dry run and run give the same figures");
        assertEquals(matched, run.output().getInt("matched"));
        assertEquals(2 * matched, run.output().getInt("followUpsCancelled"), "pending ones, overdue ones too");
        assertEquals(matched, run.output().getInt("openExecutionsAbandoned"));
        assertEquals(2 * matched, run.output().getInt("callLogsPreserved"));
        assertEquals(0, run.output().getInt("callLogsDetached"));
        assertEquals(total - matched, members("true"));
        assertEquals(0, members("state = 'to_call' and attempts >= 1"));
        assertEquals(
                2 * matched,
                ofCampaign("follow_up", "status = 'cancelled' and cancel_reason = 'removed_from_campaign'"));
        assertEquals(total, ofCampaign("follow_up", "status = 'done'"));
        assertEquals(2 * total, ofCampaign("call_log", "true"));
        assertEquals(matched, ofCampaign("script_execution", "status = 'abandoned' and completed_at is not null"));
        assertEquals(total, ofCampaign("script_execution", "true"));
        assertEquals(
                0,
                crm.workspace.count(
                        "select count(*) from follow_up where organization_id = :org and campaign_id <> ? and status = 'cancelled'",
                        campaign),
                "other campaigns are left alone");
    }

    @Test
    void detachesCallsAndKeepsFollowUpsWhereTold() throws SQLException {
        long total = members("true");
        Answer run = call(Json.createObjectBuilder()
                .add("all", true)
                .add("cancelFollowUps", false)
                .add("detachCallLogs", true)
                .add("confirm", true)
                .add("expectedCount", total));
        assertEquals(200, run.status(), run::body);
        assertEquals(0, run.output().getInt("followUpsCancelled"));
        assertEquals(2 * total, run.output().getInt("callLogsDetached"));
        assertEquals(2 * total, ofCampaign("follow_up", "status = 'pending'"));
        assertEquals(0, ofCampaign("call_log", "true"));
        assertEquals(
                2 * total,
                crm.workspace.count(
                        "select count(*) from call_log where organization_id = :org and campaign_id is null"));
    }

    @Test
    void largeRemovalsNeedMoreThanAConfirmation() throws SQLException {
        crm.workspace.run(
                "insert into campaign_contact (organization_id, campaign_id, contact_id) select :org, ?, k.id from contact k"
                        + " where k.organization_id = :org on conflict do nothing",
                campaign);
        Answer answer = call(Json.createObjectBuilder().add("all", true).add("confirm", true));
        assertEquals("expected_count_required", answer.code());
        assertEquals(300, members("true"));
        JsonObject suggested =
                answer.data().getJsonArray("nextActions").getJsonObject(0).getJsonObject("suggestedInput");
        assertTrue(suggested.getBoolean("dryRun"));
        Answer preview = crm.workspace.call(TOOL, suggested);
        Answer run = crm.workspace.call(
                TOOL,
                preview.data().getJsonArray("nextActions").getJsonObject(0).getJsonObject("suggestedInput"));
        assertEquals(300, run.output().getInt("removed"), run::body);
    }

    @Test
    void namedContactsMustExistAndMayBeElsewhere() throws SQLException {
        UUID member = contact("in");
        UUID other = contact("not in");
        Answer run = call(Json.createObjectBuilder()
                .add("contactIds", Json.createArrayBuilder(List.of(member.toString(), other.toString())))
                .add("confirm", true));
        assertEquals(1, run.output().getInt("removed"), run::body);
        assertEquals(1, run.output().getInt("notInCampaign"));
        Answer unknown = call(Json.createObjectBuilder()
                .add(
                        "contactIds",
                        Json.createArrayBuilder(
                                List.of(other.toString(), UUID.randomUUID().toString())))
                .add("confirm", true));
        assertEquals("not_found", unknown.code());
        assertTrue(unknown.body().contains("/input/contactIds/1"));
        assertEquals(
                "validation_failed",
                call(Json.createObjectBuilder().add("confirm", true)).code());
        assertEquals(
                "validation_failed",
                call(Json.createObjectBuilder()
                                .add("all", true)
                                .add("contactIds", Json.createArrayBuilder().add(other.toString()))
                                .add("confirm", true))
                        .code());
    }

    @Test
    void anotherCampaignIsNotItself() throws SQLException {
        Answer answer = call(Json.createObjectBuilder()
                .add(
                        "filter",
                        Json.createObjectBuilder()
                                .add(
                                        "alsoInCampaignIds",
                                        Json.createArrayBuilder().add(campaign.toString())))
                .add("dryRun", true));
        assertEquals("validation_failed", answer.code(), answer::body);
        assertTrue(answer.body().contains("/input/filter/alsoInCampaignIds/0"), answer::body);
    }

    private Answer call(JsonObjectBuilder input) {
        return crm.workspace.call(
                TOOL, input.add("campaignId", campaign.toString()).build());
    }

    private UUID contact(String in) throws SQLException {
        return (UUID) crm.workspace
                .rows(
                        "select k.id from contact k where k.organization_id = :org and k.id " + in
                                + " (select contact_id from campaign_contact where campaign_id = ?) limit 1",
                        campaign)
                .get(0)
                .get("id");
    }

    private long members(String condition) throws SQLException {
        return ofCampaign("campaign_contact", condition);
    }

    private long ofCampaign(String table, String condition) throws SQLException {
        return crm.workspace.count(
                "select count(*) from " + table + " where organization_id = :org and campaign_id = ? and " + condition,
                campaign);
    }

    private static JsonObject without(JsonObject object, String member) {
        return Json.createObjectBuilder(object).remove(member).build();
    }
}
