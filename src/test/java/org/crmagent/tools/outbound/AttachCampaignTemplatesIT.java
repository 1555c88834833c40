package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

class AttachCampaignTemplatesIT extends CampaignCalls {
    private static final String HEATING = "50000001-0000-4000-8000-000000000001";
    private static final String QUOTES = "50000001-0000-4000-8000-000000000002";
    private static final String DRAFT = "50000001-0000-4000-8000-000000000003";
    private static final String RENOVATION = "60000001-0000-4000-8000-000000000001";
    private static final String CONTRACT = "60000001-0000-4000-8000-000000000003";

    @Test
    void attachesBothAndTellsWhatWasBefore() {
        String id = campaign();
        Answer answer = attach(id, input().add("scriptTemplateId", HEATING).add("qualificationTemplateId", RENOVATION));
        assertEquals(List.of(), answer.warnings());
        assertEquals(HEATING, template(answer, "attached", "scriptTemplate"));
        assertEquals(RENOVATION, template(answer, "attached", "qualificationTemplate"));
        assertEquals("", template(answer, "previous", "scriptTemplate"));
        assertEquals(2, answer.output().getJsonObject("campaign").getInt("version"));
        assertEquals(
                HEATING,
                answer.output()
                        .getJsonObject("attached")
                        .getJsonObject("scriptTemplate")
                        .getString("id"));
    }

    @Test
    void replacesOnlyWhenToldAndOffersThat() {
        String id = attached(QUOTES, CONTRACT);
        Answer refused =
                attach(id, input().add("scriptTemplateId", HEATING).add("qualificationTemplateId", JsonValue.NULL));
        assertEquals("invalid_state", refused.code(), refused.body());
        assertEquals("/input/scriptTemplateId", pointer(refused, 0));
        JsonObject repair = refused.data().getJsonArray("nextActions").getJsonObject(0);
        Answer preview =
                api.tool(repair.getString("toolName"), Demo.ORGANIZATION, repair.getJsonObject("suggestedInput"));
        assertTrue(preview.data().getBoolean("dryRun"), preview.body());
        JsonObject apply = preview.data().getJsonArray("nextActions").getJsonObject(0);
        Answer applied =
                api.tool(apply.getString("toolName"), Demo.ORGANIZATION, apply.getJsonObject("suggestedInput"));
        assertEquals(HEATING, template(applied, "attached", "scriptTemplate"));
        assertEquals("", template(applied, "attached", "qualificationTemplate"));
        assertEquals(CONTRACT, template(applied, "previous", "qualificationTemplate"));
        assertEquals(3, applied.output().getJsonObject("campaign").getInt("version"));
    }

    @Test
    void countsWhatIsAttachedAlreadyAsNoChange() {
        String id = attached(QUOTES, CONTRACT);
        Answer same = attach(id, input().add("scriptTemplateId", QUOTES));
        assertEquals(List.of("no_change"), same.warnings());
        assertEquals(2, same.output().getJsonObject("campaign").getInt("version"));
        Answer nothing = attach(campaign(), input().add("scriptTemplateId", JsonValue.NULL));
        assertEquals(List.of("no_change"), nothing.warnings());
        assertEquals(1, nothing.output().getJsonObject("campaign").getInt("version"));
    }

    @Test
    void warnsOfTheScriptBesideTheForm() {
        Answer answer =
                attach(campaign(), input().add("scriptTemplateId", HEATING).add("qualificationTemplateId", CONTRACT));
        assertEquals(
                List.of(
                        "from_capture_unknown",
                        "answers_unreadable",
                        "capture_not_in_qualification",
                        "capture_not_in_qualification",
                        "capture_not_in_qualification",
                        "capture_not_in_qualification",
                        "capture_not_in_qualification",
                        "more_lint_warnings"),
                answer.warnings());
        JsonObject form = answer.data().getJsonArray("warnings").getJsonObject(0);
        assertTrue(form.getString("message").startsWith("Fields that calls leave empty: decideur, "), form::toString);
        assertEquals(CONTRACT, form.getString("resourceId"));
        JsonObject script = answer.data().getJsonArray("warnings").getJsonObject(2);
        assertTrue(script.getString("message").startsWith("The step proprietaire "), script::toString);
        assertEquals(HEATING, script.getString("resourceId"));
    }

    @Test
    void warnsOfTheScriptItself() throws SQLException {
        String template = template("published", """
                [{"id": "note", "type": "instruction", "text": "Reporter dans le CRM"},
                 {"id": "ask", "type": "question", "text": "Quand ?"}]""");
        Answer answer = attach(campaign(), input().add("scriptTemplateId", template));
        assertEquals(List.of("admin_note_in_script", "question_without_capture"), answer.warnings());
        assertFalse(answer.data().getString("summary").contains("Reporter"), answer::body);
    }

    @Test
    void tellsOfExecutionsThatKeepTheirScript() throws SQLException {
        long open = (Long) Database.value(
                "select count(*) from script_execution where campaign_id = ? and status = 'in_progress'",
                Demo.campaign(2));
        Answer answer = attach(
                Demo.campaign(2).toString(),
                input().add("scriptTemplateId", HEATING).add("replace", true).add("dryRun", true));
        JsonObject first = answer.data().getJsonArray("warnings").getJsonObject(0);
        assertEquals("executions_in_progress", first.getString("code"), answer.body());
        assertTrue(open > 0 && first.getString("message").startsWith(open + " "), first::toString);
    }

    @Test
    void warnsOfAnActiveCampaignThatLosesItsScript() {
        Answer answer = attach(
                Demo.campaign(2).toString(),
                input().add("scriptTemplateId", JsonValue.NULL).add("dryRun", true));
        assertEquals(List.of("campaign_without_script"), answer.warnings());
    }

    @Test
    void onlyDetachesFromWhatIsOver() {
        for (int over : new int[] {5, 6}) {
            String id = Demo.campaign(over).toString();
            Answer refused = attach(
                    id,
                    input().add("scriptTemplateId", QUOTES).add("replace", true).add("dryRun", true));
            assertEquals("invalid_state", refused.code(), refused.body());
            assertEquals("/input/campaignId", pointer(refused, 0));
            Answer detached =
                    attach(id, input().add("scriptTemplateId", JsonValue.NULL).add("dryRun", true));
            assertEquals("", template(detached, "attached", "scriptTemplate"));
        }
    }

    @Test
    void refusesInTheOrderOfTheContract() {
        String unknown = UUID.randomUUID().toString();
        assertEquals("validation_failed", attach(unknown, input()).code());
        assertEquals(
                "not_found",
                attach(unknown, input().add("scriptTemplateId", QUOTES)).code());
        String id = attached(QUOTES, CONTRACT);
        Answer missing =
                attach(id, input().add("qualificationTemplateId", unknown).add("expectedVersion", 9));
        assertEquals("not_found", missing.code());
        assertEquals("/input/qualificationTemplateId", pointer(missing, 0));
        assertEquals(
                "version_conflict",
                attach(id, input().add("scriptTemplateId", DRAFT).add("expectedVersion", 9))
                        .code());
        Answer draft = attach(id, input().add("scriptTemplateId", DRAFT).add("expectedVersion", 2));
        assertEquals("invalid_state", draft.code());
        assertEquals("template_not_published", violation(draft));
        assertEquals(
                input().add("templateId", DRAFT)
                        .add("status", "published")
                        .add("dryRun", true)
                        .build(),
                draft.data().getJsonArray("nextActions").getJsonObject(0).getJsonObject("suggestedInput"));
        assertEquals(
                "another_attached",
                violation(attach(id, input().add("scriptTemplateId", HEATING).add("expectedVersion", 2))));
    }

    @Test
    void keepsNothingOfADryRun() {
        String id = campaign();
        Answer dry = attach(id, input().add("scriptTemplateId", QUOTES).add("dryRun", true));
        assertEquals(2, dry.output().getJsonObject("campaign").getInt("version"));
        Answer real = attach(id, input().add("scriptTemplateId", QUOTES));
        assertEquals(dry.output().getJsonObject("attached"), real.output().getJsonObject("attached"));
        assertEquals(2, real.output().getJsonObject("campaign").getInt("version"));
    }

    private Answer attach(String id, JsonObjectBuilder input) {
        return api.tool(
                "attach_campaign_templates",
                Demo.ORGANIZATION,
                input.add("campaignId", id).build());
    }

    private String attached(String script, String qualification) {
        String id = campaign();
        Answer answer =
                attach(id, input().add("scriptTemplateId", script).add("qualificationTemplateId", qualification));
        assertEquals(200, answer.status(), answer.body());
        return id;
    }

    private static String template(String status, String steps) throws SQLException {
        return String.valueOf(Database.value(
                "insert into script_template (organization_id, name, status, steps) values (?, ?, ?, ?::jsonb) returning id",
                Demo.ORGANIZATION,
                unique("Script"),
                status,
                steps));
    }

    private static String template(Answer answer, String when, String which) {
        assertEquals(200, answer.status(), answer.body());
        JsonObject templates = answer.output().getJsonObject(when);
        return templates.isNull(which) ? "" : templates.getJsonObject(which).getString("id");
    }

    private static String violation(Answer answer) {
        return answer.output().getJsonArray("violations").getJsonObject(0).getString("code");
    }
}
