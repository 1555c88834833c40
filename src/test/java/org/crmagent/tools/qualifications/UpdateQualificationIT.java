package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

class UpdateQualificationIT extends QualificationCalls {

    @Test
    void mergesClearsScoresAndTellsWhatChanged() throws Exception {
        UUID id = createdId(creation("{'owner': false, 'heating': 'Gaz', 'area': 80}"));
        JsonObject output = done(update(id, "{'values': {'owner': true, 'heating': null, 'area': 80.0}}"));
        assertEquals("{\"area\":80,\"owner\":true}", sorted(values(output)));
        assertEquals(
                "[{\"field\":\"values.heating\",\"from\":\"Gaz\",\"to\":null},{\"field\":\"values.owner\",\"from\":false,\"to\":true},{\"field\":\"score\",\"from\":15,\"to\":20}]",
                output.getJsonArray("changes").toString());
        assertEquals(20, output.getJsonObject("qualification").getInt("score"));
        assertEquals(2, output.getJsonObject("qualification").getInt("version"));
        assertEquals(
                1,
                workspace.count(
                        "select count(*) from qualification where organization_id = :org and score = 20 and version = 2 and values -> 'heating' is null"));
    }

    private static String sorted(JsonObject values) {
        return new java.util.TreeMap<>(values)
                .toString()
                .replace("80.0", "80")
                .replace("=", "\":")
                .replace("{", "{\"")
                .replace(", ", ",\"");
    }

    @Test
    void movesTheContactWithTheDecision() throws Exception {
        UUID id = createdId(creation("{'owner': true}"));
        assertEquals("to_call to qualified", move(done(update(id, "{'status': 'qualified'}"))));
        assertEquals("none", move(done(update(id, "{'values': {'area': 20}}"))));
        assertEquals("qualified to disqualified", move(done(update(id, "{'status': 'disqualified'}"))));
        assertEquals("disqualified to in_progress", move(done(update(id, "{'status': 'draft'}"))));
        assertEquals("in_progress", state());
        countersHold();
    }

    @Test
    void leavesAContactThatHasMovedOnSince() throws Exception {
        UUID id = createdId(creation("{'owner': true}").add("status", "qualified"));
        workspace.run("update campaign_contact set state = 'closed' where organization_id = :org");
        assertEquals("none", move(done(update(id, "{'values': {'area': 20}}"))));
        assertEquals("none", move(done(update(id, "{'status': 'draft'}"))));
        assertEquals("closed", state());
        workspace.run("delete from campaign_contact where organization_id = :org");
        Answer answer = update(id, "{'status': 'disqualified'}");
        assertEquals("none", move(done(answer)));
        assertEquals(List.of("contact_not_in_campaign"), warnings(answer));
    }

    /** Who was taken out of the campaign and added again starts anew there, while the decision stays. */
    @Test
    void movesTheContactWhereTheDecisionIsSaidAgain() throws Exception {
        UUID id = createdId(creation("{'owner': true}").add("status", "qualified"));
        workspace.run("update campaign_contact set state = 'to_call' where organization_id = :org");
        assertEquals("to_call to qualified", move(done(update(id, "{'status': 'qualified', 'dryRun': true}"))));
        assertEquals("to_call", state());
        Answer again = update(id, "{'status': 'qualified'}");
        assertEquals("to_call to qualified", move(done(again)));
        assertEquals(List.of(), warnings(again));
        assertEquals("[]", again.output().getJsonArray("changes").toString());
        assertEquals(1, again.output().getJsonObject("qualification").getInt("version"));
        assertEquals("qualified", state());
        assertEquals(List.of("no_change"), warnings(update(id, "{'status': 'qualified'}")));
        workspace.run("delete from campaign_contact where organization_id = :org");
        assertEquals(List.of("no_change", "contact_not_in_campaign"), warnings(update(id, "{'status': 'qualified'}")));
        countersHold();
    }

    @Test
    void scoresAnewWhatTheFormGivesOtherPointsFor() throws Exception {
        UUID id = createdId(creation("{'owner': true, 'heating': 'Gaz'}"));
        workspace.run(
                "update qualification_template set fields = jsonb_set(fields, '{0,score}', '1'), version = 2 where organization_id = :org");
        JsonObject which = input().add("qualificationId", id.toString()).build();
        Answer before = workspace.call("get_qualification", which);
        assertEquals(List.of("score_of_earlier_form"), warnings(before));
        assertEquals(35, before.output().getJsonObject("qualification").getInt("score"));
        assertEquals("{}", before.output().getJsonObject("scoreParts").toString());
        assertTrue(before.body().contains("score 35;"), before.body());
        JsonObject scored = done(update(id, "{'values': {'owner': true}}"));
        assertEquals(
                "[{\"field\":\"score\",\"from\":35,\"to\":16}]",
                scored.getJsonArray("changes").toString());
        Answer after = workspace.call("get_qualification", which);
        assertEquals(List.of(), warnings(after));
        assertEquals(
                "{\"owner\":1,\"heating\":15}",
                after.output().getJsonObject("scoreParts").toString());
    }

    @Test
    void needsRequiredValuesUnlessItStaysADraft() {
        UUID id = createdId(creation("{}"));
        refused(update(id, "{'status': 'qualified'}"), 400, "validation_failed", "/input/values/owner required");
        done(update(id, "{'status': 'qualified', 'values': {'owner': true}}"));
        refused(update(id, "{'values': {'owner': null}}"), 400, "validation_failed", "/input/values/owner required");
        done(update(id, "{'status': 'draft', 'values': {'owner': null}}"));
    }

    @Test
    void takesOverAnAutomaticDraft() throws Exception {
        UUID id = createdId(creation("{'owner': true}"));
        workspace.run("update qualification set source = 'auto' where organization_id = :org");
        JsonObject output = done(update(id, "{}"));
        assertEquals(
                "[{\"field\":\"source\",\"from\":\"auto\",\"to\":\"agent\"}]",
                output.getJsonArray("changes").toString());
        assertEquals("agent", output.getJsonObject("qualification").getString("source"));
    }

    @Test
    void tellsWhenNothingChanges() throws Exception {
        UUID id = createdId(creation("{'area': 80}"));
        Answer answer = update(id, "{'values': {'area': 80.0, 'note': null}, 'status': 'draft'}");
        assertEquals(List.of("no_change"), warnings(answer));
        assertEquals(1, done(answer).getJsonObject("qualification").getInt("version"));
        assertEquals(1, workspace.count("select version from qualification where organization_id = :org"));
    }

    @Test
    void comparesTheVersionFirst() throws Exception {
        UUID id = createdId(creation("{}"));
        refused(
                update(id, "{'status': 'qualified', 'expectedVersion': 7}"),
                409,
                "version_conflict",
                "/input/expectedVersion version_conflict");
        done(update(id, "{'values': {'area': 20}, 'expectedVersion': 1}"));
        refused(update(UUID.randomUUID(), "{}"), 404, "not_found", "/input/qualificationId not_found");
        String inactive = "{'agentId': '" + workspace.agent("inactive") + "'";
        refused(update(id, inactive + "}"), 409, "invalid_state", "/input/agentId agent_not_active");
        String old = ", 'expectedVersion': 7}";
        refused(update(id, inactive + old), 409, "version_conflict", "/input/expectedVersion version_conflict");
        refused(
                update(id, "{'agentId': '" + UUID.randomUUID() + "'" + old),
                404,
                "not_found",
                "/input/agentId not_found");
    }

    @Test
    void clearsValuesOfFieldsThatTheFormHasLost() throws Exception {
        UUID id = createdId(creation("{'area': 80}"));
        workspace.run(
                "update qualification_template set fields = '[{\"key\": \"n\", \"label\": \"N\", \"type\": \"text\"}]', version = 5"
                        + " where organization_id = :org");
        JsonObject kept = done(update(id, "{'values': {'n': 'x'}}"));
        assertEquals(80, values(kept).getInt("area"));
        assertEquals(JsonValue.NULL, kept.getJsonObject("qualification").get("score"));
        refused(update(id, "{'values': {'area': 90}}"), 400, "validation_failed", "/input/values/area unknown_member");
        assertEquals(
                "{\"n\":\"x\"}",
                values(done(update(id, "{'values': {'area': null}}"))).toString());
        assertEquals(5, workspace.count("select template_version from qualification where organization_id = :org"));
    }

    @Test
    void dryRunsKeepNothing() throws Exception {
        UUID id = createdId(creation("{'owner': true}"));
        assertEquals("to_call to qualified", move(done(update(id, "{'status': 'qualified', 'dryRun': true}"))));
        assertEquals("to_call", state());
        assertEquals(1, workspace.count("select version from qualification where organization_id = :org"));
        countersHold();
    }

    /** Bounds and options of the form may have changed since the draft was written. */
    @Test
    void decidesOnlyWhatFitsTheFormAsItIsNow() throws Exception {
        UUID id = createdId(creation("{'owner': true, 'heating': 'Gaz', 'area': 80, 'visit': '2027-03-01'}"));
        workspace.run(
                "update qualification_template set fields = jsonb_set(jsonb_set(fields, '{1,options}', '[\"Gaz naturel\"]'),"
                        + " '{2,max}', '50') where organization_id = :org");
        assertEquals(
                "Gaz", values(done(update(id, "{'values': {'note': 'x'}}"))).getString("heating"));
        refused(
                update(id, "{'status': 'qualified'}"),
                400,
                "validation_failed",
                "/input/values/heating stored_value_unfit",
                "/input/values/area stored_value_unfit");
        refused(
                update(id, "{'status': 'qualified', 'values': {'heating': null}}"),
                400,
                "validation_failed",
                "/input/values/area stored_value_unfit");
        assertEquals("to_call", state());
        JsonObject decided =
                done(update(id, "{'status': 'qualified', 'values': {'heating': 'Gaz naturel', 'area': 50}}"));
        assertEquals("to_call to qualified", move(decided));
    }

    @Test
    void boundsAllValuesTogether() throws Exception {
        StringBuilder fields = new StringBuilder();
        StringBuilder values = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            fields.append(i == 1 ? "[" : ",")
                    .append("{\"key\": \"n" + i + "\", \"label\": \"N\", \"type\": \"long_text\"}");
            values.append(i == 1 ? "{" : ",").append(i == 6 ? "" : "'n" + i + "':'" + "a".repeat(4_000) + "'");
        }
        UUID wide = form("published", fields + "]");
        String five = values.substring(0, values.length() - 1);
        UUID id = createdId(creation(five + "}").add("templateId", wide.toString()));
        int left = 20 * 1024 - (five + ",'n6':''}").length();
        Answer tooMuch = update(id, "{'values': {'n6': '" + "a".repeat(left + 1) + "'}}");
        refused(tooMuch, 400, "validation_failed", "/input/values values_too_large");
        assertEquals(1, workspace.count("select version from qualification where organization_id = :org"));
        Answer most = update(id, "{'values': {'n6': '" + "a".repeat(left) + "'}}");
        assertEquals(left, values(done(most)).getString("n6").length());
        assertTrue(most.body().length() <= 96 * 1024);
    }
}
