package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

/** Every figure of the overview is what plain SQL on the tables counts. */
class GetCrmWorkspaceOverviewIT extends OverHttp {
    private static final UUID LUMIERE = UUID.fromString("00000001-0000-4000-8000-000000000001");
    private static final UUID DUVAL = UUID.fromString("00000003-0000-4000-8000-000000000003");

    @Test
    void countsWhatTheOrganizationHas() throws SQLException {
        JsonObject output = overview().output();
        same("campaign", "true", output, "/campaigns/total");
        for (String status : Set.of("draft", "active", "paused", "completed", "archived")) {
            same("campaign", "status = '" + status + "'", output, "/campaigns/byStatus/" + status);
        }
        same("contact", "true", output, "/contacts/total");
        same("contact", "do_not_call", output, "/contacts/doNotCall");
        same("contact", "phone_e164 is null", output, "/contacts/withoutPhone");
        same(
                "contact c",
                "not exists (select from campaign_contact m where (m.organization_id, m.contact_id) = (c.organization_id, c.id))",
                output,
                "/contacts/inNoCampaign");
        same("app_user", "role = 'agent'", output, "/agents/total");
        for (String status : Set.of("active", "paused", "inactive")) {
            same("app_user", "role = 'agent' and status = '" + status + "'", output, "/agents/byStatus/" + status);
        }
        same("script_template", "true", output, "/templates/scripts");
        same("qualification_template", "status = 'published'", output, "/templates/publishedQualifications");
        assertEquals(
                Database.value("""
                        select string_agg(id::text, ',' order by created_at desc, id desc)
                        from (
                            select id, created_at
                            from import_folder
                            where organization_id = ?
                            order by created_at desc, id desc
                            limit 5
                        ) as latest
                        """, LUMIERE),
                output.getJsonArray("imports").getValuesAs(JsonObject.class).stream()
                        .map(item -> item.getString("id"))
                        .collect(Collectors.joining(",")));
        assertEquals("Lumière Énergie", output.getJsonObject("organization").getString("name"));
        assertTrue(output.getJsonArray("modules").getJsonObject(0).getBoolean("enabled"));
    }

    @Test
    void countsWhatHappenedAndIsDue() throws SQLException {
        JsonObject output = overview().output();
        same("follow_up", "status = 'pending'", output, "/followUps/pending");
        same("follow_up", "status = 'pending' and due_at < now()", output, "/followUps/overdue");
        same("follow_up f", """
                status = 'pending' and (
                    select (f.due_at at time zone c.timezone)::date = (now() at time zone c.timezone)::date
                    from campaign c
                    where (c.organization_id, c.id) = (f.organization_id, f.campaign_id))
                """, output, "/followUps/dueToday");
        String week = "started_at between now() - interval '7 days' and now()";
        same("call_log", week, output, "/calls/last7Days");
        same("call_log", week + " and outcome is null", output, "/calls/withoutOutcome");
        for (String outcome : Set.of("answered", "no_answer", "voicemail", "refused")) {
            same("call_log", week + " and outcome = '" + outcome + "'", output, "/calls/byOutcome/" + outcome);
        }
    }

    @Test
    void namesWhatNeedsActionWithACallThatWorks() throws SQLException {
        Answer answer = overview();
        JsonArray attention = answer.output().getJsonArray("attention");
        assertEquals(
                Set.of(
                        "campaign_empty",
                        "campaign_without_script",
                        "campaign_without_agents",
                        "overdue_follow_ups",
                        "unassigned_contacts"),
                attention.getValuesAs(JsonObject.class).stream()
                        .map(item -> item.getString("code"))
                        .collect(Collectors.toSet()));
        for (JsonObject item : attention.getValuesAs(JsonObject.class)) {
            UUID campaign = UUID.fromString(item.getString("campaignId"));
            switch (item.getString("code")) {
                case "campaign_empty" -> none("campaign_contact", campaign);
                case "campaign_without_agents" -> none("campaign_agent", campaign);
                case "overdue_follow_ups" ->
                    same(
                            "follow_up",
                            "status = 'pending' and due_at < now() and campaign_id = '" + campaign + "'",
                            item);
                case "unassigned_contacts" ->
                    same(
                            "campaign_contact",
                            "assigned_agent_id is null and state in ('to_call', 'in_progress', 'follow_up') and campaign_id = '"
                                    + campaign + "'",
                            item);
                default ->
                    assertEquals(
                            1L,
                            count(
                                    "campaign",
                                    "script_template_id is null and status = 'active' and id = '" + campaign + "'"));
            }
        }
        JsonArray next = answer.data().getJsonArray("nextActions");
        assertFalse(next.isEmpty());
        for (JsonObject action : next.getValuesAs(JsonObject.class)) {
            Answer followed = api.tool(action.getString("toolName"), LUMIERE, action.getJsonObject("suggestedInput"));
            assertEquals(200, followed.status(), followed::body);
        }
    }

    @Test
    void leavesOutWhatIsNotAskedFor() {
        Answer answer = overview("followUps", "calls");
        assertEquals(Set.of("followUps", "calls"), answer.output().keySet());
        assertTrue(answer.data().getJsonArray("nextActions").isEmpty());
    }

    @Test
    void suggestsTheSectionThatIsMeant() {
        Answer answer = overview("follow_ups");
        assertEquals(400, answer.status());
        assertEquals(
                "followUps",
                answer.output().getJsonArray("violations").getJsonObject(0).getString("suggestion"));
    }

    @Test
    void neverQuotesStoredText() {
        String summary = overview().data().getString("summary");
        assertFalse(summary.contains("Lumière"), summary);
        assertTrue(summary.contains("20,000 contacts"), summary);
    }

    @Test
    void staysShutWhereTheModuleIsOff() {
        Answer answer = api.tool(
                "get_crm_workspace_overview", DUVAL, Json.createObjectBuilder().build());
        assertEquals(403, answer.status());
        assertEquals("module_disabled", answer.code());
    }

    private Answer overview(String... sections) {
        var input = Json.createObjectBuilder();
        if (sections.length > 0) {
            input.add("include", Json.createArrayBuilder(List.of(sections)));
        }
        return api.tool("get_crm_workspace_overview", LUMIERE, input.build());
    }

    private static void none(String table, UUID campaign) throws SQLException {
        assertEquals(0L, count(table, "campaign_id = '" + campaign + "'"));
        assertNotEquals(0L, count("campaign", "status = 'active' and id = '" + campaign + "'"));
    }

    private static void same(String table, String condition, JsonObject output) throws SQLException {
        same(table, condition, output, "/count");
    }

    private static void same(String table, String condition, JsonObject output, String pointer) throws SQLException {
        assertEquals(count(table, condition), ((JsonNumber) output.getValue(pointer)).longValueExact(), pointer);
    }

    private static Object count(String table, String condition) throws SQLException {
        return Database.value("select count(*) from " + table + " where organization_id = ? and " + condition, LUMIERE);
    }
}
