package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** What {@code create_qualification} refuses, and which call it offers then. */
class CreateQualificationRefusalsIT extends QualificationCalls {
    @Test
    void refusesWhatLacksAndWhatDoesNotFitAllAtOnce() throws Exception {
        Answer answer = create(
                creation("{'ownr': true, 'heating': 'Charbon', 'area': 8, 'visit': '2027-02-30', 'phone': '+3361'}")
                        .add("status", "disqualified"));
        refused(
                answer,
                400,
                "validation_failed",
                "/input/values/ownr unknown_member",
                "/input/values/heating not_allowed_value",
                "/input/values/area out_of_range",
                "/input/values/visit bad_format",
                "/input/values/phone bad_format",
                "/input/values/owner required");
        assertEquals(0, workspace.count("select count(*) from qualification where organization_id = :org"));
        assertEquals("to_call", state());
    }

    @Test
    void offersTheCorrectedCallWhereNothingElseCanBeMeant() {
        Answer answer = create(creation("{'ownr': true, 'heating': 'gaz', 'area': '80,5', 'visit': '12 mars 2027',"
                        + " 'phone': '06 12 34 56 78'}")
                .add("status", "qualified")
                .add("dryRun", true));
        assertEquals(400, answer.status());
        JsonObject corrected = nextAction(answer).getJsonObject("suggestedInput");
        assertEquals(
                "{\"owner\":true,\"heating\":\"Gaz\",\"area\":80.5,\"visit\":\"2027-03-12\",\"phone\":\"+33612345678\"}",
                corrected.getJsonObject("values").toString());
        assertTrue(corrected.getBoolean("dryRun"));
        assertEquals(200, workspace.call("create_qualification", corrected).status());
    }

    @Test
    void readsTelephoneNumbersByTheContactsCountry() throws Exception {
        workspace.run("update contact set country = 'BE' where organization_id = :org and id = ?", contact);
        Answer answer = create(creation("{'phone': '0470 12 34 56'}"));
        assertEquals(
                "+32470123456",
                nextAction(answer)
                        .getJsonObject("suggestedInput")
                        .getJsonObject("values")
                        .getString("phone"));
    }

    @Test
    void needsTheContactInTheCampaign() throws Exception {
        workspace.run("delete from campaign_contact where organization_id = :org");
        Answer answer = create(creation("{}"));
        refused(answer, 404, "not_found", "/input/contactId not_found");
        assertEquals(
                "bulk_add_contacts_to_campaign_by_filter", nextAction(answer).getString("toolName"));
        contact = UUID.randomUUID();
        campaign = UUID.randomUUID();
        refused(create(creation("{}")), 404, "not_found", "/input/campaignId not_found", "/input/contactId not_found");
    }

    @Test
    void needsAPublishedForm() throws Exception {
        UUID draft = form("draft", FIELDS);
        Answer unpublished = create(creation("{}").add("templateId", draft.toString()));
        refused(unpublished, 409, "invalid_state", "/input/templateId template_not_published");
        JsonObject publishing = nextAction(unpublished);
        assertEquals("update_qualification_template", publishing.getString("toolName"));
        assertEquals(
                json("{'templateId': '" + draft + "', 'status': 'published', 'dryRun': true}"),
                publishing.getJsonObject("suggestedInput"));
        refused(
                create(creation("{}").add("templateId", UUID.randomUUID().toString())),
                404,
                "not_found",
                "/input/templateId not_found");
        workspace.run("update campaign set qualification_template_id = null where organization_id = :org");
        refused(create(creation("{}")), 409, "invalid_state", "/input/campaignId no_qualification_template");
    }

    @Test
    void needsAnActiveAgent() throws Exception {
        refused(
                create(creation("{}").add("agentId", workspace.agent("paused").toString())),
                409,
                "invalid_state",
                "/input/agentId agent_not_active");
        refused(
                create(creation("{}").add("agentId", UUID.randomUUID().toString())),
                404,
                "not_found",
                "/input/agentId not_found");
    }

    /** Whatever else is wrong: ids first, and all of them. */
    @Test
    void tellsAllUnknownIdsAtOnce() {
        createdId(creation("{}"));
        String unknown = UUID.randomUUID().toString();
        refused(
                create(creation("{'heating': 7}")
                        .add("templateId", unknown)
                        .add("scriptExecutionId", unknown)
                        .add("agentId", unknown)),
                404,
                "not_found",
                "/input/templateId not_found",
                "/input/scriptExecutionId not_found",
                "/input/agentId not_found");
    }

    @Test
    void isOnlyOneAContactAndCampaign() {
        UUID first = createdId(creation("{}"));
        Answer answer = create(creation("{'owner': true}").add("status", "qualified"));
        refused(answer, 409, "invalid_state", "/input/contactId qualification_exists");
        assertEquals(
                first.toString(),
                nextAction(answer).getJsonObject("suggestedInput").getString("qualificationId"));
    }
}
