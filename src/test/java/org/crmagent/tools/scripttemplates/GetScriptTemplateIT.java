package org.crmagent.tools.scripttemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

class GetScriptTemplateIT extends ScriptCalls {
    private static final String HEATING = "50000001-0000-4000-8000-000000000001";
    private static final String DRAFT = "50000001-0000-4000-8000-000000000003";

    @Test
    void showsStepsOutlineAndWays() throws SQLException {
        JsonObject shown = shown(HEATING);
        assertEquals(
                Database.value("select steps::text from script_template where id = ?", UUID.fromString(HEATING)),
                Database.value(
                        "select ?::jsonb::text",
                        shown.getJsonObject("template").getJsonArray("steps").toString()));
        // four ways of heating, each with or without interest, and the tenant
        assertEquals(9, shown.getInt("pathCount"));
        assertEquals(
                shown.getJsonObject("template").getInt("stepCount"),
                shown.getString("outline")
                        .lines()
                        .filter(line -> line.matches(" *- .*"))
                        .count());
        assertTrue(shown.getString("outline").startsWith("- accueil (instruction): Bonjour, je suis"));
        assertEquals(
                Database.value("select count(*) from campaign where script_template_id = ?", UUID.fromString(HEATING)),
                (long) shown.getInt("campaignCount"));
        assertEquals(
                shown.getInt("campaignCount"), shown.getJsonArray("campaigns").size());
    }

    @Test
    void tellsWhatTheLintFinds() {
        JsonObject shown = shown(DRAFT);
        assertEquals(
                List.of("syndic question_without_capture", "vote branch_missing", "cloture admin_note_in_script"),
                shown.getJsonArray("lint").getValuesAs(JsonObject.class).stream()
                        .map(each -> each.getString("stepId") + " " + each.getString("code"))
                        .toList());
    }

    @Test
    void looksBesideTheFormsOfItsCampaigns() {
        String template = published("Captures");
        assertEquals(0, shown(template).getInt("lintCount"));
        String campaign = campaign(template, "draft");
        assertEquals(0, shown(template).getInt("lintCount"));
        Answer attached = call(
                "attach_campaign_templates",
                input().add("campaignId", campaign)
                        .add("qualificationTemplateId", "60000001-0000-4000-8000-000000000001"));
        assertEquals(List.of("from_capture_unknown", "capture_not_in_qualification"), attached.warnings());
        assertEquals(
                "capture_not_in_qualification",
                shown(template).getJsonArray("lint").getJsonObject(0).getString("code"));
    }

    @Test
    void leavesOutWhatIsNotAsked() {
        Answer answer = call(
                "get_script_template", input().add("templateId", HEATING).add("include", Json.createArrayBuilder()));
        assertEquals(
                List.of("template", "outline", "pathCount"),
                List.copyOf(answer.output().keySet()));
        assertFalse(answer.output().getJsonObject("template").containsKey("steps"));
        assertEquals(
                "not_found",
                call(
                                "get_script_template",
                                input().add("templateId", UUID.randomUUID().toString()))
                        .code());
    }

    /** The largest that the database takes, longer than what tools write. */
    @Test
    void keepsItsBoundWhateverWasLoaded() throws SQLException {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        for (int i = 0; i < 155; i++) {
            steps.add(input().add("id", "s" + i).add("type", "question").add("text", "😀 ?".repeat(72)));
        }
        UUID id = (UUID) Database.value(
                "insert into script_template (organization_id, name, description, status, steps)"
                        + " values (?, ?, ?, 'published', ?::jsonb) returning id",
                Demo.ORGANIZATION,
                "😀".repeat(110) + UUID.randomUUID().toString().substring(0, 8),
                "😀".repeat(2000),
                steps.build().toString());
        for (int i = 0; i < 12; i++) {
            Database.value(
                    "insert into campaign (organization_id, name, script_template_id) values (?, ?, ?) returning id",
                    Demo.ORGANIZATION,
                    "😀".repeat(80) + UUID.randomUUID(),
                    id);
        }
        Answer answer = call("get_script_template", input().add("templateId", id.toString()));
        assertEquals(200, answer.status(), answer.body());
        int size = answer.size();
        assertTrue(size > 80 * 1024 && size <= 96 * 1024, () -> size + " bytes");
        assertEquals(155, answer.output().getInt("lintCount"));
        assertEquals(20, answer.output().getJsonArray("lint").size());
        assertEquals(12, answer.output().getInt("campaignCount"));
        assertTrue(
                answer.output().getString("outline").endsWith("more lines"),
                answer.output().getString("outline"));
    }
}
