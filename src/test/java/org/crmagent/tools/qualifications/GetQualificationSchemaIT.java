package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.model.qualification.RandomForms;
import org.crmagent.model.qualification.SecondOpinion;
import org.junit.jupiter.api.Test;

class GetQualificationSchemaIT extends QualificationCalls {

    @Test
    void givesTheSchemaOfTheCampaignsForm() {
        JsonObject output =
                done(get(input().add("campaignId", campaign.toString()).build()));
        JsonObject schema = output.getJsonObject("schema");
        assertEquals("https://json-schema.org/draft/2020-12/schema", schema.getString("$schema"));
        assertEquals("[\"owner\"]", schema.getJsonArray("required").toString());
        assertEquals(form.toString(), output.getJsonObject("template").getString("id"));
        assertEquals(35, output.getJsonObject("template").getInt("mostScore"));
        assertFalse(output.containsKey("prefilled"));
        JsonObject draft = done(get(
                input().add("templateId", form.toString()).add("draft", true).build()));
        assertEquals(
                "[]", draft.getJsonObject("schema").getJsonArray("required").toString());
    }

    /** The model's property test, once more through everything in between: what the schema takes is taken, and nothing else. */
    @Test
    void takesWhatCreationTakes() throws Exception {
        RandomForms random = new RandomForms(new Random(7));
        int taken = 0;
        for (int i = 0; i < 12; i++) {
            var fields = random.form();
            UUID made = form("published", QualificationField.write(fields).toString());
            SecondOpinion opinion = new SecondOpinion(
                    done(get(input().add("templateId", made.toString()).build()))
                            .getJsonObject("schema"));
            for (int j = 0; j < 12; j++) {
                JsonObject values = random.values(fields);
                Answer answer = create(input().add("campaignId", campaign.toString())
                        .add("contactId", contact.toString())
                        .add("templateId", made.toString())
                        .add("status", "qualified")
                        .add("dryRun", true)
                        .add("values", values));
                boolean valid = opinion.takes(values);
                taken += valid ? 1 : 0;
                if (!valid || answer.status() == 200 || !onlyPhones(fields, values, answer)) {
                    assertEquals(valid ? 200 : 400, answer.status(), () -> values + "\n" + answer.body());
                }
            }
        }
        assertFalse(taken < 15, "only " + taken + " were taken");
    }

    private static boolean onlyPhones(List<QualificationField> fields, JsonObject values, Answer answer) {
        return answer.output().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .allMatch(each -> RandomForms.isLonelyPhone(fields, values, each.getString("pointer")));
    }

    @Test
    void fillsInWhatTheContactsCallsCaptured() throws Exception {
        UUID execution = execution(contact, "in_progress", "{\"s1\": \"Oui\", \"s3\": \"80\", \"s4\": \"bientôt\"}");
        Answer answer = get(ofContact());
        JsonObject output = done(answer);
        assertEquals(
                "{\"owner\":true,\"area\":80}",
                output.getJsonObject("prefilled").toString());
        assertEquals(execution.toString(), output.getString("scriptExecutionId"));
        assertEquals(List.of("prefill_unreadable"), answer.warnings());
        JsonObject next = nextAction(answer);
        assertEquals("create_qualification", next.getString("toolName"));
        Answer made = workspace.call("create_qualification", next.getJsonObject("suggestedInput"));
        assertEquals(output.getJsonObject("prefilled"), values(done(made)));
        assertEquals("get_qualification", nextAction(get(ofContact())).getString("toolName"));
    }

    @Test
    void tellsWhenNothingWasCaptured() {
        Answer answer = get(ofContact());
        assertEquals("{}", done(answer).getJsonObject("prefilled").toString());
        assertEquals(List.of("no_script_execution"), answer.warnings());
    }

    @Test
    void needsOneFormThatExists() throws Exception {
        refused(get(input().build()), 400, "validation_failed", "/input one_of");
        refused(
                get(input().add("templateId", form.toString())
                        .add("contactId", contact.toString())
                        .build()),
                400,
                "validation_failed",
                "/input/contactId needs_campaign");
        refused(
                get(input().add("templateId", campaign.toString()).build()),
                404,
                "not_found",
                "/input/templateId not_found");
        refused(
                get(input().add("campaignId", form.toString()).build()),
                404,
                "not_found",
                "/input/campaignId not_found");
        workspace.run("update campaign set qualification_template_id = null where organization_id = :org");
        refused(
                get(input().add("campaignId", campaign.toString()).build()),
                409,
                "invalid_state",
                "/input/campaignId no_qualification_template");
    }

    private JsonObject ofContact() {
        return Json.createObjectBuilder()
                .add("campaignId", campaign.toString())
                .add("contactId", contact.toString())
                .build();
    }

    private Answer get(JsonObject input) {
        return workspace.call("get_qualification_schema", input);
    }
}
