package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the rules of callable contacts see what is stored; the rules themselves are tested without a database. */
class CallableContactsIT extends OverHttp {
    private Workspace workspace;
    private UUID campaign;
    private UUID contact;

    @BeforeEach
    void fill() throws SQLException {
        workspace = new Workspace(api);
        contact = UUID.randomUUID();
        workspace.run(
                "insert into contact (organization_id, id, last_name, phone_e164, call_consent, call_consent_at)"
                        + " values (:org, ?, 'Durand', '+33639980001', 'granted', now() - interval '100 days')",
                contact);
    }

    private void campaign(String audience) throws SQLException {
        campaign = workspace.campaign("active", audience);
        workspace.enrol(campaign, "true");
    }

    @Test
    void tellsWhatIsInTheWay() throws SQLException {
        campaign("business");
        reasons();
        member("state = 'closed', attempts = 5, last_outcome = 'wrong_number', last_call_at = now()");
        contact("do_not_call = true, phone_e164 = null");
        reasons(
                "not_open",
                "do_not_call",
                "without_phone",
                "wrong_number",
                "max_attempts_reached",
                "retry_delay_running");
        workspace.run(
                "update campaign set status = 'paused', starts_on = current_date + 2, calling_windows = ?::jsonb where id = ?",
                "[{\"days\": [], \"from\": \"00:00\", \"to\": \"23:59\"}]",
                campaign);
        member("state = 'to_call', attempts = 0, last_outcome = null, last_call_at = null");
        contact("do_not_call = false, phone_e164 = '+33639980001', call_consent = 'refused'");
        reasons("campaign_not_active", "campaign_not_started", "do_not_call", "outside_calling_window");
    }

    @Test
    void looksAtTheNextPendingFollowUpOfThisCampaign() throws SQLException {
        campaign("business");
        member("state = 'follow_up', last_call_at = now() - interval '1 hour'");
        UUID other = workspace.campaign("active", "business");
        followUp(other, "pending", "-1 hour");
        followUp(campaign, "done", "-1 hour");
        followUp(campaign, "pending", "3 hours");
        followUp(campaign, "pending", "2 hours");
        reasons("follow_up_later", "retry_delay_running");
        String due = workspace
                .rows("select to_char(min(due_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI') as due from follow_up"
                        + " where organization_id = :org and status = 'pending' and due_at > now()")
                .get(0)
                .get("due")
                .toString();
        assertEquals(due, row().getString("nextFollowUpAt").substring(0, 16));
        followUp(campaign, "pending", "-1 minute");
        reasons();
    }

    @Test
    void asksConsumersForAConsentThatHolds() throws SQLException {
        campaign("consumer");
        reasons();
        contact("call_consent_at = now() - interval '364 days 23 hours 59 minutes'");
        reasons();
        contact("call_consent_at = now() - interval '365 days'");
        reasons("consent_expired");
        contact("call_consent_at = null");
        reasons("consent_missing");
        contact("call_consent = 'refused'");
        reasons("consent_withdrawn");
        contact("call_consent = 'unknown'");
        workspace.run("update campaign set legal_basis = 'existing_contract' where id = ?", campaign);
        reasons();
    }

    @Test
    void countsCallsOfAllCampaignsAndDetachedOnes() throws SQLException {
        campaign("consumer");
        call(campaign, "answered", "29 days 23 hours");
        call(workspace.campaign("completed", "business"), "no_answer", "5 days");
        call(null, "no_answer", "4 days");
        call(campaign, "no_answer", "30 days");
        reasons();
        call(null, null, "1 hour");
        reasons("legal_call_limit_reached");
        workspace.run("update campaign set audience = 'business', legal_basis = null where id = ?", campaign);
        reasons();
    }

    @Test
    void leavesWhoRefusedInPeaceFor60Days() throws SQLException {
        campaign("consumer");
        call(null, "refused", "60 days");
        call(null, "answered", "1 day");
        reasons();
        call(null, "refused", "59 days 23 hours 59 minutes");
        reasons("refusal_cool_off");
    }

    private void member(String change) throws SQLException {
        workspace.run(
                "update campaign_contact set " + change + " where organization_id = :org and campaign_id = ?",
                campaign);
    }

    private void contact(String change) throws SQLException {
        workspace.run("update contact set " + change + " where organization_id = :org and id = ?", contact);
    }

    private void followUp(UUID of, String status, String due) throws SQLException {
        workspace.run(
                "insert into follow_up (organization_id, campaign_id, contact_id, status, due_at)"
                        + " values (:org, ?, ?, ?, now() + ?::interval)",
                of,
                contact,
                status,
                due);
    }

    private void call(UUID of, String outcome, String ago) throws SQLException {
        workspace.run(
                "insert into call_log (organization_id, campaign_id, contact_id, outcome, started_at)"
                        + " values (:org, ?, ?, ?, now() - ?::interval)",
                of,
                contact,
                outcome,
                ago);
    }

    private JsonObject row() {
        Answer answer = workspace.call(
                "list_outbound_contacts",
                Json.createObjectBuilder()
                        .add("campaignId", campaign.toString())
                        .build());
        assertEquals(200, answer.status(), answer::body);
        return answer.output().getJsonArray("contacts").getJsonObject(0).getJsonObject("campaignContact");
    }

    /** The hours in which consumers may be called depend on when the test runs. */
    private void reasons(String... expected) {
        JsonObject row = row();
        List<String> all = row.getJsonArray("notCallableReasons").getValuesAs(JsonString::getString);
        assertEquals(
                List.of(expected),
                all.stream()
                        .filter(reason -> !"outside_legal_hours".equals(reason))
                        .toList());
        assertEquals(all.isEmpty(), row.getBoolean("callable"));
    }
}
