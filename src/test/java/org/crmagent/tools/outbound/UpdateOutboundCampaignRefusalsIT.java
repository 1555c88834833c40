package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

/** What {@code update_outbound_campaign} refuses, and in which order. */
class UpdateOutboundCampaignRefusalsIT extends CampaignCalls {
    @Test
    void comparesTheExpectedVersion() {
        String id = campaign();
        Answer conflict = update(id, input().add("priority", 1).add("expectedVersion", 9));
        assertEquals("version_conflict", conflict.code());
        assertEquals(
                "1",
                conflict.output().getJsonArray("violations").getJsonObject(0).getString("suggestion"));
        assertEquals(
                200,
                update(id, input().add("priority", 1).add("expectedVersion", 1)).status());
    }

    @Test
    void tellsUnknownIdsBeforeTheVersion() {
        assertEquals(
                404,
                update(UUID.randomUUID().toString(), input().add("priority", 1)).status());
        String id = campaign();
        Answer answer = update(
                id,
                input().add("expectedVersion", 9)
                        .add(
                                "addAgentIds",
                                Json.createArrayBuilder().add(UUID.randomUUID().toString())));
        assertEquals("not_found", answer.code());
        assertEquals("/input/addAgentIds/0", pointer(answer, 0));
    }

    @Test
    void pointsAtTheAgentThatIsUnknownBesidesOneThatIsThereAlready() {
        String id = campaign();
        String present = Demo.agent(3).toString();
        assertEquals(200, update(id, input().add("addAgentIds", list(present))).status());
        Answer replacing = update(
                id, input().add("agentIds", list(present, UUID.randomUUID().toString())));
        assertEquals("/input/agentIds/1", pointer(replacing, 0), replacing.body());
        Answer removing = update(
                id,
                input().add("removeAgentIds", list(present, UUID.randomUUID().toString())));
        assertEquals("not_found", removing.code());
        assertEquals("/input/removeAgentIds/1", pointer(removing, 0), removing.body());
        assertEquals(List.of("agentIds"), fields(update(id, input().add("removeAgentIds", list(present)))));
    }

    @Test
    void tellsTheVersionBeforeStates() {
        Answer answer = update(
                campaign(),
                input().add("expectedVersion", 9)
                        .add("scriptTemplateId", "50000001-0000-4000-8000-000000000003")
                        .add("addAgentIds", list(Demo.agent(7).toString())));
        assertEquals("version_conflict", answer.code(), answer.body());
    }

    /** The same rule as that of attach_campaign_templates. */
    @Test
    void onlyDetachesTemplatesFromWhatIsOver() {
        for (int over : new int[] {5, 6}) {
            String id = Demo.campaign(over).toString();
            for (String member : List.of("scriptTemplateId", "qualificationTemplateId")) {
                String template = member.startsWith("script")
                        ? "50000001-0000-4000-8000-000000000002"
                        : "60000001-0000-4000-8000-000000000003";
                Answer refused = update(id, input().add(member, template).add("dryRun", true));
                assertEquals("invalid_state", refused.code(), refused.body());
                assertEquals("/input/campaignId", pointer(refused, 0));
            }
            Answer detached =
                    update(id, input().add("scriptTemplateId", JsonValue.NULL).add("dryRun", true));
            assertEquals(200, detached.status(), detached.body());
            assertEquals(
                    JsonValue.NULL, detached.output().getJsonObject("campaign").get("scriptTemplate"));
        }
    }

    @Test
    void refusesRulesAcrossGivenAndStored() {
        String id = created(input().add("name", unique("Dates")).add("startsOn", "2027-03-01"))
                .getString("id");
        Answer answer = update(id, input().add("endsOn", "2027-02-01"));
        assertEquals("validation_failed", answer.code(), answer.body());
        assertEquals("/input/endsOn", pointer(answer, 0));
    }

    @Test
    void refusesTheNameOfAnother() {
        String name = unique("Prise");
        created(input().add("name", name));
        assertEquals(
                "duplicate_name", update(campaign(), input().add("name", name)).code());
        String own = campaign();
        assertTrue(update(
                        own,
                        input().add("agentIds", Json.createArrayBuilder())
                                .add("addAgentIds", Json.createArrayBuilder()))
                .code()
                .equals("validation_failed"));
    }
}
