package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** What {@code update_qualification} makes of a form that has changed since, or that lacks values. */
class UpdateQualificationFormIT extends QualificationCalls {
    @Test
    void scoresAnewWhatTheFormGivesOtherPointsFor() throws Exception {
        UUID id = createdId(creation("{'owner': true, 'heating': 'Gaz'}"));
        workspace.run(
                "update qualification_template set fields = jsonb_set(fields, '{0,score}', '1'), version = 2 where organization_id = :org");
        JsonObject which = input().add("qualificationId", id.toString()).build();
        Answer before = workspace.call("get_qualification", which);
        assertEquals(List.of("score_of_earlier_form"), before.warnings());
        assertEquals(35, before.output().getJsonObject("qualification").getInt("score"));
        assertEquals("{}", before.output().getJsonObject("scoreParts").toString());
        assertTrue(before.body().contains("score 35;"), before.body());
        JsonObject scored = done(update(id, "{'values': {'owner': true}}"));
        assertEquals(
                "[{\"field\":\"score\",\"from\":35,\"to\":16}]",
                scored.getJsonArray("changes").toString());
        Answer after = workspace.call("get_qualification", which);
        assertEquals(List.of(), after.warnings());
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
