package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import org.crmagent.it.Answer;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

/** {@link UpdateOutboundCampaignRefusalsIT} has what it refuses. */
class UpdateOutboundCampaignIT extends CampaignCalls {
    @Test
    void changesWhatIsGivenAndTellsIt() {
        String id = campaign();
        Answer answer = update(
                id,
                input().add("priority", 7)
                        .add("description", "Nouvelle")
                        .add("tags", Json.createArrayBuilder().add("x"))
                        .add(
                                "addAgentIds",
                                Json.createArrayBuilder().add(Demo.agent(3).toString())));
        assertEquals(200, answer.status(), answer.body());
        assertEquals(List.of("description", "priority", "tags", "agentIds"), fields(answer));
        assertEquals(2, answer.output().getJsonObject("campaign").getInt("version"));
        assertEquals("Nouvelle", answer.output().getJsonObject("campaign").getString("description"));
    }

    @Test
    void clearsWithNullAndKeepsWhatIsAbsent() {
        String id = created(input().add("name", unique("Null"))
                        .add("description", "x")
                        .add("endsOn", "2027-01-01"))
                .getString("id");
        Answer cleared = update(id, input().add("endsOn", JsonValue.NULL).add("name", JsonValue.NULL));
        assertEquals(List.of("endsOn"), fields(cleared));
        assertEquals("x", cleared.output().getJsonObject("campaign").getString("description"));
    }

    @Test
    void countsNoChangeAsNone() {
        String id = campaign();
        Answer answer = update(id, input().add("priority", 0).add("status", "draft"));
        assertEquals("no_change", warning(answer, 0));
        assertEquals(1, answer.output().getJsonObject("campaign").getInt("version"));
    }

    @Test
    void walksTheLifeCycleOnly() {
        String id = campaign();
        assertEquals(
                "invalid_state", update(id, input().add("status", "completed")).code());
        Answer active = update(id, input().add("status", "active"));
        assertEquals("campaign_empty", warning(active, 0));
        for (String status : List.of("paused", "active", "completed", "archived")) {
            assertEquals(200, update(id, input().add("status", status)).status(), status);
        }
        assertEquals(
                "invalid_state", update(id, input().add("status", "active")).code());
    }

    @Test
    void warnsOfOpenFollowUps() {
        Answer answer = update(
                Demo.campaign(2).toString(), input().add("status", "completed").add("dryRun", true));
        assertEquals("open_follow_ups", warning(answer, 0), answer.body());
    }

    @Test
    void keepsCampaignsThatTurnToConsumersWithinTheLaw() {
        String id = campaign();
        Answer consumers = update(id, input().add("audience", "consumer"));
        assertEquals(List.of("callingWindows", "audience", "legalBasis"), fields(consumers));
        assertEquals("consent", consumers.output().getJsonObject("campaign").getString("legalBasis"));
        assertEquals(
                2,
                consumers
                        .output()
                        .getJsonObject("campaign")
                        .getJsonArray("callingWindows")
                        .size());
        assertEquals(List.of("audience", "legalBasis"), fields(update(id, input().add("audience", "business"))));
    }

    @Test
    void keepsNothingOfADryRun() {
        String id = campaign();
        Answer dry = update(id, input().add("priority", 3).add("dryRun", true));
        assertEquals(2, dry.output().getJsonObject("campaign").getInt("version"));
        Answer real = update(id, input().add("priority", 3));
        assertEquals(dry.output().getJsonArray("changes"), real.output().getJsonArray("changes"));
        assertEquals(2, real.output().getJsonObject("campaign").getInt("version"));
    }
}
