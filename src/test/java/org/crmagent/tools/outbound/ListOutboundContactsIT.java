package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the list; {@link ContactPagingIT} has its orders, {@link CallableContactsIT} who may be called. */
class ListOutboundContactsIT extends OverHttp {
    private static final String MEMBERS =
            "select count(*) from campaign_contact m where organization_id = :org and campaign_id = ? and ";

    private RandomCrm crm;
    private UUID campaign;

    @BeforeEach
    void fill() throws SQLException {
        crm = new RandomCrm(api, 150);
        campaign = crm.campaigns.get(0);
    }

    @Test
    void tellsExactTotals() throws SQLException {
        UUID agent = crm.agents.get(0);
        assertEquals(150, total(input()));
        assertEquals(150, total(input().add("all", true)));
        assertEquals(members("true"), total(inCampaign()));
        assertEquals(members("state = 'to_call'"), total(inCampaign().add("states", array("to_call"))));
        assertEquals(
                members("state = 'to_call' and assigned_agent_id is null"),
                total(inCampaign().add("states", array("to_call")).add("unassigned", true)));
        assertEquals(
                members("assigned_agent_id = '" + agent + "'"),
                total(inCampaign().add("assignedAgentIds", array(agent.toString()))));
        assertEquals(
                members("attempts between 1 and 2 and last_outcome in ('busy', 'refused')"),
                total(inCampaign()
                        .add("minAttempts", 1)
                        .add("maxAttempts", 2)
                        .add("lastOutcomes", array("busy", "refused"))));
        assertEquals(
                members(
                        "state = 'closed' and exists (select from contact k where k.id = m.contact_id and city = 'Lyon')"),
                total(inCampaign().add("states", array("closed")).add("cities", array("Lyon"))));
        assertEquals(
                crm.workspace.count("select count(*) from contact where organization_id = :org and email is null"),
                total(input().add("hasEmail", false)));
    }

    private long members(String condition) throws SQLException {
        return crm.workspace.count(MEMBERS + condition, campaign);
    }

    @Test
    void looksForWildcardsAsTheyStand() throws SQLException {
        crm.workspace.run("insert into contact (organization_id, last_name, company) values"
                + " (:org, 'Cent % _ pur', null), (:org, 'Cent pour cent', 'A\\B\\C')");
        assertEquals(1, total(input().add("search", "CENT % _")));
        assertEquals(0, total(input().add("search", "%%%")));
        assertEquals(0, total(input().add("search", "Cent _ %")));
        assertEquals(1, total(input().add("search", "a\\b")));
    }

    @Test
    void showsAContactWithItsCampaigns() throws SQLException {
        UUID contact = UUID.randomUUID();
        crm.workspace.run(
                "insert into contact (organization_id, id, first_name, last_name, phone_e164, tags, custom)"
                        + " values (:org, ?, 'Zoé', 'Unique', '+33639980002', '{vip}', '{\"size\": 5}')",
                contact);
        for (UUID each : crm.campaigns) {
            crm.workspace.enrol(each, "k.id = '" + contact + "'");
        }
        JsonObject row = only(input().add("search", "zoe unique"));
        assertEquals(contact.toString(), row.getJsonObject("contact").getString("id"));
        assertEquals("Zoé Unique", row.getJsonObject("contact").getString("fullName"));
        assertFalse(row.getJsonObject("contact").containsKey("tags"));
        assertEquals(5, row.getInt("campaignCount"));
        List<JsonObject> shown = row.getJsonArray("campaigns").getValuesAs(JsonObject.class);
        assertEquals(4, shown.size());
        assertEquals("to_call", shown.get(0).getString("state"));
        List<String> active =
                crm.campaigns.subList(0, 2).stream().map(UUID::toString).toList();
        assertTrue(active.contains(shown.get(0).getString("campaignId")), "active ones first");
        assertTrue(active.contains(shown.get(1).getString("campaignId")), "active ones first");
        assertFalse(row.containsKey("campaignContact"));

        JsonObject full =
                only(input().add("search", "zoe unique").add("detail", "full")).getJsonObject("contact");
        assertEquals("Unique", full.getString("lastName"));
        assertEquals("vip", full.getJsonArray("tags").getString(0));
        assertEquals(5, full.getJsonObject("custom").getInt("size"));
        assertEquals("unknown", full.getString("callConsent"));
        assertFalse(full.containsKey("company") && !full.isNull("company"));
    }

    @Test
    void showsHowAContactStandsInTheCampaign() throws SQLException {
        UUID agent = crm.agents.get(1);
        crm.workspace.run("insert into contact (organization_id, last_name) values (:org, 'Unique')");
        crm.workspace.enrol(campaign, "k.last_name = 'Unique'");
        crm.workspace.run(
                "update campaign_contact set state = 'in_progress', assigned_agent_id = ?, priority = 7, attempts = 2,"
                        + " last_outcome = 'busy', assigned_at = now()"
                        + " where campaign_id = ? and contact_id in (select id from contact where last_name = 'Unique' and organization_id = :org)",
                agent,
                campaign);
        JsonObject member = only(inCampaign().add("search", "unique")).getJsonObject("campaignContact");
        assertEquals("in_progress", member.getString("state"));
        assertEquals(agent.toString(), member.getJsonObject("assignedAgent").getString("id"));
        assertTrue(member.getJsonObject("assignedAgent").getString("fullName").startsWith("Agent "));
        assertEquals(7, member.getInt("priority"));
        assertEquals(2, member.getInt("attempts"));
        assertEquals("busy", member.getString("lastOutcome"));
        assertEquals(JsonValue.NULL, member.get("lastCallAt"));
        assertFalse(member.containsKey("assignedAt"));
        JsonObject full =
                only(inCampaign().add("search", "unique").add("detail", "full")).getJsonObject("campaignContact");
        assertEquals(campaign.toString(), full.getString("campaignId"));
        assertTrue(full.containsKey("assignedAt"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"sort\": \"-priority\"}', /input/sort",
        "'{\"sort\": \"nextFollowUp\"}', /input/sort",
        "'{\"states\": [\"closed\"]}', /input/campaignId",
        "'{\"unassigned\": true}', /input/campaignId",
        "'{\"all\": true, \"hasPhone\": true}', /input/all",
        "'{\"perPage\": 51, \"detail\": \"full\"}', /input/perPage",
        "'{\"cursor\": \"abc\"}', /input/cursor",
        "'{\"cursor\": \"abc\", \"page\": 2}', /input/page",
        "'{\"search\": \"ab\"}', /input/search",
        "'{\"createdAfter\": \"2026-01-02T00:00:00Z\", \"createdBefore\": \"2026-01-01T00:00:00Z\"}', /input/createdBefore"
    })
    void refusesWhatMakesNoSense(String input, String pointer) {
        Answer answer = api.tool(
                "list_outbound_contacts",
                "{\"organizationId\": \"" + crm.workspace.id + "\", \"input\": " + input + "}");
        assertEquals("validation_failed", answer.code(), answer::body);
        assertEquals(
                pointer,
                answer.output().getJsonArray("violations").getJsonObject(0).getString("pointer"));
    }

    @Test
    void takesACursorForItsOwnListOnly() {
        JsonObjectBuilder input = inCampaign().add("perPage", 3).add("sort", "-addedAt");
        String cursor = list(input).output().getString("nextCursor");
        assertEquals(
                200,
                list(inCampaign().add("sort", "-addedAt").add("cursor", cursor)).status(),
                "another size is fine");
        for (JsonObjectBuilder other : List.of(
                inCampaign(),
                inCampaign().add("sort", "-addedAt").add("states", array("to_call")),
                input().add("sort", "-addedAt"),
                input().add("campaignId", crm.campaigns.get(1).toString()).add("sort", "-addedAt"))) {
            Answer answer = crm.workspace.call(
                    "list_outbound_contacts", other.add("cursor", cursor).build());
            assertEquals("validation_failed", answer.code());
            assertEquals(
                    "/input/cursor",
                    answer.output().getJsonArray("violations").getJsonObject(0).getString("pointer"));
        }
    }

    @Test
    void tellsIdsThatNameNothing() {
        Answer unknown = crm.workspace.call(
                "list_outbound_contacts",
                input().add("campaignId", UUID.randomUUID().toString()).build());
        assertEquals("not_found", unknown.code());
        UUID folder = UUID.randomUUID();
        Answer answer = list(inCampaign()
                .add("importFolderIds", array(folder.toString()))
                .add(
                        "assignedAgentIds",
                        array(crm.agents.get(0).toString(), UUID.randomUUID().toString())));
        List<JsonObject> warnings = answer.data().getJsonArray("warnings").getValuesAs(JsonObject.class);
        assertEquals(
                List.of("unknown_filter_ids", "unknown_filter_ids"),
                warnings.stream().map(warning -> warning.getString("code")).toList());
        assertEquals(folder.toString(), warnings.get(0).getString("resourceId"));
    }

    @Test
    void pointsAtTheOverlapToolsWhereACampaignIsPagedThrough() {
        String cursor = list(inCampaign().add("perPage", 2)).output().getString("nextCursor");
        Map<JsonObjectBuilder, Boolean> warned = Map.of(
                inCampaign(), false,
                inCampaign().add("page", 2), true,
                inCampaign().add("cursor", cursor), true,
                inCampaign().add("page", 2).add("states", array("to_call")), true,
                inCampaign().add("page", 2).add("hasEmail", true), false,
                input().add("page", 2), false);
        warned.forEach((input, expected) ->
                assertEquals(expected, list(input).body().contains("use_overlap_tools"), "warned or not"));
    }

    private long total(JsonObjectBuilder input) {
        return list(input).envelope().getJsonObject("meta").getInt("total");
    }

    private JsonObject only(JsonObjectBuilder input) {
        Answer answer = list(input);
        assertEquals(1, answer.output().getJsonArray("contacts").size(), answer::body);
        return answer.output().getJsonArray("contacts").getJsonObject(0);
    }

    private Answer list(JsonObjectBuilder input) {
        Answer answer = crm.workspace.call("list_outbound_contacts", input.build());
        assertEquals(200, answer.status(), answer::body);
        return answer;
    }

    private JsonObjectBuilder inCampaign() {
        return input().add("campaignId", campaign.toString());
    }

    private static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    private static JsonArrayBuilder array(String... items) {
        return Json.createArrayBuilder(List.of(items));
    }
}
