package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

/** Who may be added to consumer campaigns, at the boundary of a year, and that lists say the same. */
class ConsumerConsentIT extends OverHttp {

    @Test
    void consentHoldsForAYear() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 0);
        UUID campaign = crm.workspace.campaign("active", "consumer");
        contact(crm, "now() - interval '365 days' + interval '1 hour'", "granted", 1);
        contact(crm, "now() - interval '365 days' - interval '1 second'", "granted", 2);
        contact(crm, "null", "granted", 3);
        contact(crm, "now() - interval '1 day'", "refused", 4);
        contact(crm, "now() - interval '1 day'", "unknown", 5);
        Answer byConsent = add(crm, campaign);
        assertEquals(1, byConsent.output().getInt("added"), byConsent::body);
        assertEquals(4, byConsent.output().getJsonObject("skipped").getInt("consentMissing"));
        crm.workspace.run("update campaign set legal_basis = 'existing_contract' where id = ?", campaign);
        Answer byContract = add(crm, campaign);
        assertEquals(3, byContract.output().getInt("added"), "all but who said no");
        assertEquals(1, byContract.output().getJsonObject("skipped").getInt("consentMissing"));
        UUID business = crm.workspace.campaign("active", "business");
        Answer toBusiness = add(crm, business);
        assertEquals(4, toBusiness.output().getInt("added"));
        assertEquals(
                1, toBusiness.output().getJsonObject("skipped").getInt("doNotCall"), "a refusal counts as do-not-call");
    }

    @Test
    void listSaysWhyConsumersCantBeCalled() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 0);
        UUID campaign = crm.workspace.campaign("active", "consumer");
        contact(crm, "now() - interval '366 days'", "granted", 1);
        crm.workspace.enrol(campaign, "true");
        Answer list = crm.workspace.call(
                "list_outbound_contacts",
                Json.createObjectBuilder()
                        .add("campaignId", campaign.toString())
                        .build());
        JsonObject member =
                list.output().getJsonArray("contacts").getJsonObject(0).getJsonObject("campaignContact");
        assertEquals(false, member.getBoolean("callable"));
        assertEquals(
                true,
                List.copyOf(member.getJsonArray("notCallableReasons")).contains(Json.createValue("consent_expired")),
                list::body);
    }

    private static Answer add(RandomCrm crm, UUID campaign) {
        return crm.workspace.call(
                "bulk_add_contacts_to_campaign_by_filter",
                Json.createObjectBuilder()
                        .add("campaignId", campaign.toString())
                        .add("filter", Json.createObjectBuilder().add("all", true))
                        .build());
    }

    private static void contact(RandomCrm crm, String at, String consent, int number) throws SQLException {
        crm.workspace.run(
                "insert into contact (organization_id, last_name, phone_e164, call_consent, call_consent_at)"
                        + " values (:org, 'C', ?, ?, " + at + ")",
                "+3361111111" + number,
                consent);
    }
}
