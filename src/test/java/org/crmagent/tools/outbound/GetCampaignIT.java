package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

class GetCampaignIT extends CampaignCalls {

    @Test
    void showsTheUsualSections() throws SQLException {
        JsonObject output = get(Demo.campaign(1).toString(), null).output();
        assertEquals(
                ((Long) Database.value("select count(*) from campaign_contact where campaign_id = ?", Demo.campaign(1)))
                        .intValue(),
                output.getJsonObject("counts").getInt("total"));
        assertEquals(
                "published",
                output.getJsonObject("templates").getJsonObject("script").getString("status"));
        assertTrue(output.getJsonArray("agents").getJsonObject(0).getInt("assignedOpen") > 0);
        assertFalse(output.containsKey("recentCalls"));
        assertFalse(output.containsKey("followUps"));
    }

    @Test
    void showsCallsAndFollowUpsWhenAsked() throws SQLException {
        JsonObject output = get(
                        Demo.campaign(2).toString(),
                        Json.createArrayBuilder().add("recentCalls").add("followUps"))
                .output();
        assertEquals(10, output.getJsonArray("recentCalls").size());
        assertEquals(
                ((Long) Database.value(
                                "select count(*) from follow_up where campaign_id = ? and status = 'pending' and due_at < now()",
                                Demo.campaign(2)))
                        .intValue(),
                output.getJsonObject("followUps").getInt("overdue"));
        assertFalse(output.containsKey("counts"));
    }

    @Test
    void refusesUnknownOnesAndThoseOfOthersAlike() {
        Answer unknown = get(UUID.randomUUID().toString(), null);
        Answer foreign = get("c0000002-0000-4000-8000-000000000001", null);
        assertEquals("not_found", unknown.code());
        assertEquals("not_found", foreign.code());
        assertEquals("/input/campaignId", pointer(foreign, 0));
    }

    @Test
    void suggestsTheNearestSection() {
        Answer answer =
                get(Demo.campaign(1).toString(), Json.createArrayBuilder().add("recent_calls"));
        assertEquals("validation_failed", answer.code());
        JsonObject corrected =
                answer.data().getJsonArray("nextActions").getJsonObject(0).getJsonObject("suggestedInput");
        assertEquals("recentCalls", corrected.getJsonArray("include").getString(0));
    }

    private Answer get(String id, JsonArrayBuilder include) {
        return api.tool(
                "get_campaign",
                Demo.ORGANIZATION,
                (include == null ? input() : input().add("include", include))
                        .add("campaignId", id)
                        .build());
    }
}
