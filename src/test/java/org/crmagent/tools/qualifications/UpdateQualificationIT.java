package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** {@link UpdateQualificationFormIT} has what the form asks of a change. */
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
        assertEquals(List.of("contact_not_in_campaign"), answer.warnings());
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
        assertEquals(List.of(), again.warnings());
        assertEquals("[]", again.output().getJsonArray("changes").toString());
        assertEquals(1, again.output().getJsonObject("qualification").getInt("version"));
        assertEquals("qualified", state());
        assertEquals(List.of("no_change"), update(id, "{'status': 'qualified'}").warnings());
        workspace.run("delete from campaign_contact where organization_id = :org");
        assertEquals(
                List.of("no_change", "contact_not_in_campaign"),
                update(id, "{'status': 'qualified'}").warnings());
        countersHold();
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
        assertEquals(List.of("no_change"), answer.warnings());
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
    void dryRunsKeepNothing() throws Exception {
        UUID id = createdId(creation("{'owner': true}"));
        assertEquals("to_call to qualified", move(done(update(id, "{'status': 'qualified', 'dryRun': true}"))));
        assertEquals("to_call", state());
        assertEquals(1, workspace.count("select version from qualification where organization_id = :org"));
        countersHold();
    }
}
