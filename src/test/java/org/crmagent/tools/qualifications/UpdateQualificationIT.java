package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
                "[{\"field\":\"values.heating\",\"from\":\"Gaz\",\"to\":null},{\"field\":\"values.owner\",\"from\":false,\"to\":true}]",
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
        refused(
                update(id, "{'agentId': '" + workspace.agent("inactive") + "'}"),
                409,
                "invalid_state",
                "/input/agentId agent_not_active");
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

    @Test
    void boundsAllValuesTogether() {
        String text = "a".repeat(4_000);
        UUID id = createdId(creation("{'note': '" + text + "'}"));
        String half = "'" + "🚲".repeat(3_990) + "'";
        assertEquals(200, update(id, "{'values': {'note': " + half + "}}").status());
    }
}
