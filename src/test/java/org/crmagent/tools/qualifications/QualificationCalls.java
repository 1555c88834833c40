package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.JsonText;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.BeforeEach;

/** Calls of the qualification tools in an organization that only the test has: a form, a campaign with it, contacts in it. */
abstract class QualificationCalls extends OverHttp {
    static final String FIELDS = """
            [{"key": "owner", "label": "Propriétaire", "type": "boolean", "required": true, "fromCapture": "owner", "score": 20},
             {"key": "heating", "label": "Chauffage", "type": "select", "options": ["Gaz", "Électricité"], "fromCapture": "heating",
              "score": {"Gaz": 15, "Électricité": 10.5}},
             {"key": "area", "label": "Surface", "type": "number", "min": 9, "max": 1000, "fromCapture": "area"},
             {"key": "visit", "label": "Visite", "type": "date", "fromCapture": "visit"},
             {"key": "phone", "label": "Téléphone", "type": "phone"},
             {"key": "note", "label": "Note", "type": "long_text"}]""";

    private static final String SCRIPT = """
            {"name": "S", "steps": [
              {"id": "s1", "type": "yesno", "text": "?", "captureKey": "owner"},
              {"id": "s2", "type": "question", "text": "?", "captureKey": "heating"},
              {"id": "s3", "type": "question", "text": "?", "captureKey": "area"},
              {"id": "s4", "type": "question", "text": "?", "captureKey": "visit"}]}""";

    protected Workspace workspace;
    protected UUID form;
    protected UUID campaign;
    protected UUID contact;

    @BeforeEach
    void makeWorkspace() throws SQLException {
        workspace = new Workspace(api);
        form = form("published", FIELDS);
        campaign = workspace.campaign("active", "business");
        workspace.run("update campaign set qualification_template_id = ? where id = ?", form, campaign);
        contact = contact("Zoé", "Müller & Fils");
    }

    protected UUID form(String status, String fields) throws SQLException {
        UUID id = UUID.randomUUID();
        workspace.run(
                "insert into qualification_template (organization_id, id, name, status, fields) values (:org, ?, ?, ?, ?::jsonb)",
                id,
                "Form " + id,
                status,
                fields);
        return id;
    }

    /** Somebody in the campaign. */
    protected UUID contact(String name, String company) throws SQLException {
        UUID id = UUID.randomUUID();
        workspace.run(
                "insert into contact (organization_id, id, first_name, last_name, company) values (:org, ?, ?, 'X', ?)",
                id,
                name,
                company);
        workspace.enrol(campaign, "k.id = '" + id + "'");
        return id;
    }

    protected UUID execution(UUID whose, String status, String responses) throws SQLException {
        UUID id = UUID.randomUUID();
        workspace.run(
                "insert into script_execution (organization_id, id, campaign_id, contact_id, template_snapshot, status, responses)"
                        + " values (:org, ?, ?, ?, ?::jsonb, ?, ?::jsonb)",
                id,
                campaign,
                whose,
                SCRIPT,
                status,
                responses);
        return id;
    }

    protected JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    /** JSON with single quotes for double ones. */
    protected static JsonObject json(String text) {
        return JsonText.quoted(text);
    }

    /** The input of a creation for the contact. */
    protected JsonObjectBuilder creation(String values) {
        return input().add("campaignId", campaign.toString())
                .add("contactId", contact.toString())
                .add("values", json(values));
    }

    protected Answer create(JsonObjectBuilder input) {
        return workspace.call("create_qualification", input.build());
    }

    protected JsonObject created(JsonObjectBuilder input) {
        return done(create(input));
    }

    protected UUID createdId(JsonObjectBuilder input) {
        return UUID.fromString(created(input).getJsonObject("qualification").getString("id"));
    }

    protected Answer update(UUID id, String more) {
        return workspace.call(
                "update_qualification",
                Json.createObjectBuilder(json(more))
                        .add("qualificationId", id.toString())
                        .build());
    }

    protected static JsonObject done(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output();
    }

    protected static void refused(Answer answer, int status, String code, String... violations) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.code(), answer.body());
        assertEquals(List.of(violations), answer.violations(), answer.body());
    }

    protected static JsonObject nextAction(Answer answer) {
        return answer.data().getJsonArray("nextActions").getJsonObject(0);
    }

    protected static JsonObject values(JsonObject output) {
        return output.getJsonObject("qualification").getJsonObject("values");
    }

    protected static String move(JsonObject output) {
        JsonValue move = output.get("contactState");
        return move == JsonValue.NULL
                ? "none"
                : move.asJsonObject().getString("from") + " to "
                        + move.asJsonObject().getString("to");
    }

    protected String state() throws SQLException {
        return workspace
                .rows(
                        "select state from campaign_contact where organization_id = :org and campaign_id = ? and contact_id = ?",
                        campaign,
                        contact)
                .get(0)
                .get("state")
                .toString();
    }

    /** What the counters say, and what is there. */
    protected void countersHold() throws SQLException {
        String counted =
                "select state, sum(contacts) as n from campaign_contact_count where organization_id = :org group by state having sum(contacts) > 0 order by state";
        String there =
                "select state, count(*)::numeric as n from campaign_contact where organization_id = :org group by state order by state";
        assertEquals(workspace.rows(there), workspace.rows(counted));
    }
}
