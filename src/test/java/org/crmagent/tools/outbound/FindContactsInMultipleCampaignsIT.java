package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** {@link SharedContactPagingIT} compares all pages with plain grouping. */
class FindContactsInMultipleCampaignsIT extends SharedContactCalls {
    @Test
    void tellsHowAContactStandsInFourOfItsCampaigns() throws SQLException {
        crm.run("insert into campaign_contact (organization_id, campaign_id, contact_id) select :org, c.id, k.id"
                + " from campaign c, (select contact_id as id from campaign_contact where organization_id = :org"
                + " order by last_call_at limit 1) k where c.organization_id = :org on conflict do nothing");
        JsonObject row = rows(find(
                        input().add("campaignIds", array(random.campaigns)).add("minCampaigns", 5)))
                .get(0);
        List<Map<String, Object>> due = crm.rows(
                "select m.campaign_id, c.name, m.state, m.assigned_agent_id, a.full_name, m.last_call_at::text"
                        + " from campaign_contact m join campaign c on c.id = m.campaign_id"
                        + " left join app_user a on a.id = m.assigned_agent_id where m.contact_id = ?"
                        + " order by m.last_call_at desc nulls last, m.campaign_id limit 4",
                UUID.fromString(id(row)));
        JsonArray campaigns = row.getJsonArray("campaigns");
        assertEquals(4, campaigns.size());
        for (int i = 0; i < 4; i++) {
            JsonObject shown = campaigns.getJsonObject(i);
            Map<String, Object> each = due.get(i);
            assertEquals(each.get("campaign_id").toString(), shown.getString("campaignId"));
            assertEquals(each.get("name"), shown.getString("name"));
            assertEquals(each.get("state"), shown.getString("state"));
            if (each.get("assigned_agent_id") == null) {
                assertTrue(shown.isNull("assignedAgent"));
            } else {
                JsonObject agent = shown.getJsonObject("assignedAgent");
                assertEquals(each.get("assigned_agent_id").toString(), agent.getString("id"));
                assertEquals(each.get("full_name"), agent.getString("fullName"));
            }
            assertEquals(each.get("last_call_at") == null, shown.isNull("lastCallAt"));
            if (!shown.isNull("lastCallAt")) {
                long micros = crm.count(
                        "select (extract(epoch from last_call_at) * 1000000)::bigint from campaign_contact"
                                + " where campaign_id = ? and contact_id = ?",
                        each.get("campaign_id"),
                        UUID.fromString(id(row)));
                var told = OffsetDateTime.parse(shown.getString("lastCallAt")).toInstant();
                assertEquals(micros, told.getEpochSecond() * 1_000_000 + told.getNano() / 1_000);
            }
        }
    }

    @Test
    void refusesWhatCanNotBe() throws SQLException {
        Answer contradiction = crm.call(
                TOOL,
                input().add("campaignIds", array(random.campaigns.subList(0, 2)))
                        .add("minCampaigns", 3)
                        .build());
        assertEquals("validation_failed", contradiction.code(), contradiction.body());
        Answer first = find(input().add("campaignIds", array(random.campaigns)).add("perPage", 1));
        Answer foreign = crm.call(
                TOOL,
                input().add("perPage", 1)
                        .add("cursor", first.output().getString("nextCursor"))
                        .build());
        assertEquals("validation_failed", foreign.code(), foreign.body());
    }

    @Test
    void goesOnWithoutWhatItDidNotFindAndLeadsOn() {
        UUID unknown = UUID.randomUUID();
        List<UUID> asked = new ArrayList<>(random.campaigns);
        asked.add(unknown);
        Answer answer = find(input().add("campaignIds", array(asked)));
        assertEquals(
                unknown.toString(), answer.output().getJsonArray("notFound").getString(0));
        assertEquals(
                "not_found",
                answer.data().getJsonArray("warnings").getJsonObject(0).getString("code"));
        List<String> tools = new ArrayList<>();
        for (JsonObject action : answer.data().getJsonArray("nextActions").getValuesAs(JsonObject.class)) {
            tools.add(action.getString("toolName"));
            Answer next = crm.call(action.getString("toolName"), action.getJsonObject("suggestedInput"));
            assertEquals(200, next.status(), next.body());
            if (action.getString("toolName").startsWith("bulk_remove")) {
                int named = action.getJsonObject("suggestedInput")
                        .getJsonArray("contactIds")
                        .size();
                assertEquals(named, next.output().getInt("removed"), next.body());
            }
        }
        assertEquals(List.of("bulk_remove_contacts_from_campaign", "list_campaigns"), tools);
    }
}
