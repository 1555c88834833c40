package org.crmagent.tools.scripttemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

class DeleteScriptTemplateIT extends ScriptCalls {

    @Test
    void deletesWhatNobodyHasOnceConfirmed() {
        String id = published("Inutile");
        Answer unconfirmed = delete(id, input());
        assertEquals("confirmation_required", unconfirmed.code());
        Answer preview = follow(unconfirmed);
        assertTrue(preview.output().getBoolean("deleted"));
        assertEquals(200, follow(preview).status());
        assertEquals("not_found", delete(id, input().add("dryRun", true)).code());
        assertEquals(
                "not_found",
                call("get_script_template", input().add("templateId", id)).code());
    }

    @Test
    void detachesOnlyWhenTold() throws SQLException {
        String id = published("En service");
        String active = campaign(id, "active");
        String archived = campaign(id, "draft");
        Database.value("update campaign set status = 'archived' where id = ? returning 1", UUID.fromString(archived));
        Answer refused = delete(id, input().add("confirm", true));
        assertEquals("invalid_state", refused.code(), refused.body());
        assertEquals(List.of("/input/detachFromCampaigns template_attached"), refused.violations());
        assertEquals(List.of(active, archived), campaigns(refused.output(), "campaigns"));
        Answer preview = follow(refused);
        assertEquals(List.of(active, archived), campaigns(preview.output(), "campaignsDetached"));
        assertEquals(List.of("campaign_without_script"), preview.warnings());
        assertEquals(1, version(active));
        Answer deleted = follow(preview);
        assertEquals(200, deleted.status(), deleted.body());
        assertEquals(figures(preview), deleted.output());
        assertEquals(2, version(active));
        assertEquals(2, version(archived));
        assertEquals(
                0L, Database.value("select count(*) from campaign where script_template_id = ?", UUID.fromString(id)));
    }

    @Test
    void keepsExecutionsWithTheirScript() throws SQLException {
        String id = published("Lu");
        String campaign = campaign(id, "active");
        Object execution = Database.value(
                "insert into script_execution (organization_id, campaign_id, contact_id, script_template_id,"
                        + " template_snapshot, responses) select organization_id, ?, id, ?, '{\"steps\": []}',"
                        + " '{\"q\": \"demain\"}' from contact where organization_id = ? order by id limit 1 returning id",
                UUID.fromString(campaign),
                UUID.fromString(id),
                Demo.ORGANIZATION);
        Answer deleted = delete(id, input().add("detachFromCampaigns", true).add("confirm", true));
        assertEquals(200, deleted.status(), deleted.body());
        assertEquals(1, deleted.output().getInt("executionsKept"));
        assertEquals(
                "in_progress {\"steps\": []} {\"q\": \"demain\"} none",
                Database.value(
                        "select status || ' ' || template_snapshot || ' ' || responses || ' '"
                                + " || coalesce(script_template_id::text, 'none') from script_execution where id = ?",
                        execution));
    }

    @Test
    void isBoundToWhatWasPreviewed() {
        String id = published("Aperçu");
        campaign(id, "draft");
        JsonObjectBuilder told = input().add("detachFromCampaigns", true);
        Answer preview = delete(id, told.add("dryRun", true));
        campaign(id, "draft");
        assertEquals("preview_stale", follow(preview).code());
        Answer mismatch = delete(
                id,
                input().add("detachFromCampaigns", true).add("confirm", true).add("expectedCount", 1));
        assertEquals("expected_count_mismatch", mismatch.code(), mismatch.body());
        assertEquals("2", suggestion(mismatch, 0));
        Answer fresh = delete(id, input().add("detachFromCampaigns", true).add("dryRun", true));
        call("update_script_template", input().add("templateId", id).add("description", "autre"));
        assertEquals("preview_stale", follow(fresh).code());
        assertEquals(
                200,
                delete(
                                id,
                                input().add("detachFromCampaigns", true)
                                        .add("confirm", true)
                                        .add("expectedCount", 2))
                        .status());
    }

    private Answer delete(String id, JsonObjectBuilder input) {
        return call("delete_script_template", input.add("templateId", id));
    }

    private static List<String> campaigns(JsonObject holder, String member) {
        return holder.getJsonArray(member).getValuesAs(campaign -> ((JsonObject) campaign).getString("campaignId"));
    }

    /** Without the token that only a dry run has. */
    private static JsonObject figures(Answer preview) {
        return jakarta.json.Json.createObjectBuilder(preview.output())
                .remove("previewToken")
                .build();
    }

    private static int version(String campaign) throws SQLException {
        return (Integer) Database.value("select version from campaign where id = ?", UUID.fromString(campaign));
    }
}
