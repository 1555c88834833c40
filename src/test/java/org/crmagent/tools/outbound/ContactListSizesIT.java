package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers stay within their sizes where every text is as long as it gets and everything is in the way of a call. */
class ContactListSizesIT extends OverHttp {
    private Workspace workspace;
    private UUID campaign;

    @BeforeEach
    void fill() throws SQLException {
        workspace = new Workspace(api);
        UUID agent = workspace.agent("active");
        workspace.run("update app_user set full_name = repeat('😀', 200) where organization_id = :org");
        workspace.run("insert into import_folder (organization_id, name) values (:org, repeat('\"', 300))");
        workspace.run("""
                insert into contact (organization_id, external_id, first_name, last_name, company, job_title, email, phone, city,
                                     postal_code, country, timezone, language, source, tags, custom, do_not_call, phone_e164,
                                     call_consent, call_consent_at, import_folder_id)
                select :org, t, t, chr(1) || t, t, t, t, t, t, t, 'FR', t, t, t, array_fill(t, array[101]),
                       jsonb_build_object('a', t, 'b', repeat(t, 20), 'c', 1), true,
                       case when i % 2 = 0 then '+336399800000000' end, 'granted', now() - interval '500 days',
                       (select id from import_folder where organization_id = :org)
                from generate_series(1, 120) i, (select repeat('😀', 250) as t) x
                """);
        for (int i = 0; i < 6; i++) {
            campaign = workspace.campaign("active", "consumer");
            workspace.run(
                    "update campaign set name = ? || repeat('😀', 118), starts_on = current_date + 9, status = 'paused',"
                            + " calling_windows = '[{\"days\": [], \"from\": \"00:00\", \"to\": \"00:01\"}]' where id = ?",
                    "c" + i,
                    campaign);
            workspace.enrol(campaign, "true");
        }
        workspace.run("""
                update campaign_contact set state = 'disqualified', attempts = 1000000, priority = -100, assigned_agent_id = ?,
                       last_outcome = 'wrong_number', last_call_at = clock_timestamp(), assigned_at = clock_timestamp()
                where organization_id = :org
                """, agent);
        workspace.run("""
                insert into follow_up (organization_id, campaign_id, contact_id, due_at)
                select :org, ?, id, clock_timestamp() + interval '1 day' from contact where organization_id = :org
                """, campaign);
        workspace.run("""
                insert into call_log (organization_id, contact_id, outcome)
                select :org, id, 'refused' from contact, generate_series(1, 4) where organization_id = :org
                """);
    }

    @Test
    void keepsItsBoundsInACampaign() {
        Answer answer = fits(input(), 24);
        JsonObject first = answer.output().getJsonArray("contacts").getJsonObject(0);
        assertTrue(
                first.getJsonObject("campaignContact")
                                .getJsonArray("notCallableReasons")
                                .size()
                        >= 12,
                first::toString);
        assertTrue(answer.output().getString("nextCursor").length() > 1000, "the longest cursor");
        fits(input().add("perPage", 21), 96);
        fits(input().add("perPage", 100), 96);
        fits(input().add("perPage", 1).add("detail", "full"), 96);
        fits(input().add("detail", "full"), 96);
        fits(input().add("perPage", 50).add("detail", "full"), 96);
    }

    @Test
    void keepsItsBoundsInTheCrm() {
        JsonObject first = fits(Json.createObjectBuilder(), 24)
                .output()
                .getJsonArray("contacts")
                .getJsonObject(0);
        assertEquals(6, first.getInt("campaignCount"));
        assertEquals(2, first.getJsonArray("campaigns").size(), "as many as the row has space for");
        fits(Json.createObjectBuilder().add("perPage", 100), 96);
        fits(Json.createObjectBuilder().add("detail", "full"), 96);
        fits(Json.createObjectBuilder().add("perPage", 50).add("detail", "full"), 96);
    }

    private JsonObjectBuilder input() {
        return Json.createObjectBuilder().add("campaignId", campaign.toString());
    }

    private Answer fits(JsonObjectBuilder input, int kibibytes) {
        return workspace.call("list_outbound_contacts", input.build()).fits(kibibytes);
    }
}
