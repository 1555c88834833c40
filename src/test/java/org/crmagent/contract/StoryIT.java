package org.crmagent.contract;

import static org.crmagent.it.JsonText.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From an organization without a campaign to a qualified contact. The texts of script and form are the agent's own; which
 * call comes next, and its input, is what answers suggest or what the catalogue lists.
 */
class StoryIT extends OverHttp {
    private static final String STEPS = """
            [{"type": "instruction", "id": "bonjour", "text": "Bonjour, je vous appelle au sujet de votre chauffage."},
             {"type": "yesno", "id": "proprio", "text": "Êtes-vous propriétaire ?", "captureKey": "proprietaire", "required": true,
              "branches": [
                {"label": "Oui", "steps": [
                  {"type": "select", "id": "energie", "text": "Quelle énergie ?", "captureKey": "energie", "required": true,
                   "options": ["Gaz", "Fioul"]},
                  {"type": "question", "id": "surface", "text": "Quelle surface ?", "captureKey": "surface"}]},
                {"label": "Non", "steps": [{"type": "instruction", "id": "merci", "text": "Merci, au revoir."}]}]}]""";

    private static final String FIELDS = """
            [{"key": "proprietaire", "label": "Propriétaire", "type": "boolean", "required": true,
              "fromCapture": "proprietaire", "score": 10},
             {"key": "energie", "label": "Énergie", "type": "select", "required": true, "options": ["Gaz", "Fioul"],
              "fromCapture": "energie", "score": {"Fioul": 20, "Gaz": 5}},
             {"key": "surface", "label": "Surface", "type": "number", "min": 1, "max": 10000, "fromCapture": "surface"}]""";

    private static final Map<String, String> SAID = Map.of("proprio", "Oui", "energie", "Fioul", "surface", "120");

    private Workspace workspace;
    private List<String> catalogue;
    private Answer campaignMade;
    private Answer last;

    @BeforeEach
    void loadWhatOnlyLoadersCan() throws SQLException {
        workspace = new Workspace(api);
        workspace.agent("active");
        workspace.run("insert into contact (organization_id, id, last_name, phone_e164)"
                + " select :org, gen_random_uuid(), 'Contact ' || n, '+3361234567' || n from generate_series(1, 3) n");
        catalogue = api.capabilities("").data().getJsonArray("tools").getValuesAs(JsonObject.class).stream()
                .map(tool -> tool.getString("name"))
                .toList();
    }

    @Test
    void leadsFromAnEmptyOrganizationToAQualifiedContact() throws SQLException {
        Answer found = api.tool(
                "crm_resolve_workspace",
                Json.createObjectBuilder()
                        .add("input", Json.createObjectBuilder().add("slug", "test-" + workspace.id))
                        .build());
        JsonObject overview = follow(found, "get_crm_workspace_overview").output();
        assertEquals(0, overview.getJsonObject("campaigns").getInt("total"));

        String campaign = campaign();
        JsonObject added = twice(campaignMade, "bulk_add_contacts_to_campaign_by_filter");
        assertEquals(3, added.getInt("added"));
        Answer filled = follow(last, "get_campaign");
        JsonObject dealt = twice(filled, "bulk_assign_campaign_contacts");
        assertEquals(3, dealt.getInt("assigned"));

        JsonObject first = call(
                        "list_outbound_contacts", Json.createObjectBuilder().add("campaignId", campaign))
                .output()
                .getJsonArray("contacts")
                .getJsonObject(0);
        String contact = first.getJsonObject("contact").getString("id");
        assertTrue(first.getJsonObject("campaignContact").getBoolean("callable"), first::toString);

        Answer told = call(
                "upsert_script_execution",
                Json.createObjectBuilder().add("campaignId", campaign).add("contactId", contact));
        List<String> asked = new ArrayList<>();
        while (!told.output().isNull("nextStep")) {
            String step = told.output().getJsonObject("nextStep").getString("stepId");
            asked.add(step);
            told = call(
                    "upsert_script_execution",
                    Json.createObjectBuilder()
                            .add(
                                    "executionId",
                                    told.output().getJsonObject("execution").getString("id"))
                            .add("responses", answer(step)));
        }
        assertEquals(List.of("proprio", "energie", "surface"), asked);
        Answer completed = follow(told, "upsert_script_execution");
        assertEquals("completed", completed.output().getJsonObject("execution").getString("status"));

        Answer drafted = follow(completed, "create_qualification");
        assertEquals("draft", drafted.output().getJsonObject("qualification").getString("status"));
        Answer decided = decide(drafted);
        JsonObject qualification = decided.output().getJsonObject("qualification");
        assertEquals("qualified", qualification.getString("status"));
        assertEquals(30, qualification.getJsonNumber("score").intValueExact());
        assertEquals("qualified", decided.output().getJsonObject("contactState").getString("to"));
        assertEquals(
                "qualified",
                workspace
                        .rows(
                                "select state from campaign_contact where organization_id = :org and contact_id = ?::uuid",
                                contact)
                        .get(0)
                        .get("state"));
    }

    /** A script, a form and an active campaign of all active agents with both. */
    private String campaign() {
        String script = template(call(
                "create_script_template",
                Json.createObjectBuilder()
                        .add("name", "Chauffage")
                        .add("status", "published")
                        .add("steps", json("{\"a\":" + STEPS + "}").get("a"))));
        String form = template(call(
                "create_qualification_template",
                Json.createObjectBuilder()
                        .add("name", "Chauffage")
                        .add("status", "published")
                        .add("fields", json("{\"a\":" + FIELDS + "}").get("a"))));
        JsonArrayBuilder agents = Json.createArrayBuilder();
        call(
                        "list_outbound_agents",
                        Json.createObjectBuilder().add("statuses", Json.createArrayBuilder(List.of("active"))))
                .output()
                .getJsonArray("agents")
                .getValuesAs(JsonObject.class)
                .forEach(agent -> agents.add(agent.getString("id")));
        campaignMade = call(
                "create_outbound_campaign",
                Json.createObjectBuilder()
                        .add("name", "Chauffage 2027")
                        .add("status", "active")
                        .add("scriptTemplateId", script)
                        .add("qualificationTemplateId", form)
                        .add("agentIds", agents));
        return campaignMade.output().getJsonObject("campaign").getString("id");
    }

    private static String template(Answer answer) {
        return answer.output().getJsonObject("template").getString("id");
    }

    /** Follows the preview that an answer suggests, then the run that the preview suggests. */
    private JsonObject twice(Answer answer, String tool) {
        Answer preview = follow(answer, tool);
        assertTrue(preview.data().getBoolean("dryRun"), preview::body);
        last = follow(preview, tool);
        assertFalse(last.data().getBoolean("dryRun"), last::body);
        return last.output();
    }

    /** The draft says how it could be decided; whether it is so only the caller knows. */
    private Answer decide(Answer drafted) {
        Answer preview = follow(drafted, "update_qualification");
        return preview.data().getBoolean("dryRun") ? follow(preview, "update_qualification") : preview;
    }

    /** Makes the call of that tool which an answer suggests. */
    private Answer follow(Answer answer, String tool) {
        JsonObject next = answer.data().getJsonArray("nextActions").getValuesAs(JsonObject.class).stream()
                .filter(action -> tool.equals(action.getString("toolName")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(tool + " is not suggested by " + answer.body()));
        assertEquals(workspace.id.toString(), next.getString("organizationId"));
        return call(tool, Json.createObjectBuilder(next.getJsonObject("suggestedInput")));
    }

    private Answer call(String tool, JsonObjectBuilder input) {
        assertTrue(catalogue.contains(tool), tool);
        Answer answer = api.tool(tool, workspace.id, input.build());
        assertEquals(200, answer.status(), () -> tool + ": " + answer.body());
        return answer;
    }

    private static JsonValue answer(String step) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("stepId", step)
                        .add("answer", SAID.getOrDefault(step, UUID.randomUUID().toString())))
                .build();
    }
}
