package org.crmagent.tools.qualificationtemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.junit.jupiter.api.Test;

class UpdateQualificationTemplateIT extends FormCalls {
    private static final String TWO =
            "[{'key': 'a', 'label': 'A', 'type': 'text'}, {'key': 'b', 'label': 'B', 'type': 'boolean', 'score': 5},"
                    + " {'key': 'n', 'label': 'N', 'type': 'number', 'min': 1}]";

    @Test
    void changesWhatIsGivenAndTellsIt() {
        String id = draft();
        Answer answer = update(id, input().add("description", "Nouvelle").add("name", JsonValue.NULL));
        assertEquals(List.of("description"), changed(answer));
        assertEquals(2, answer.output().getJsonObject("template").getInt("version"));
        Answer fields = update(id, input().add("fields", fields("""
                [{'key': 'b', 'label': 'B', 'type': 'boolean', 'score': 6}, {'key': 'c', 'label': 'C', 'type': 'date'}]""")));
        JsonObject change = fields.output().getJsonArray("changes").getJsonObject(0);
        assertEquals(List.of("a", "n"), keys(change.getJsonObject("from"), "removed"));
        assertEquals(List.of("c"), keys(change.getJsonObject("to"), "added"));
        assertEquals(List.of("b"), keys(change.getJsonObject("to"), "changed"));
        assertEquals(List.of(), fields.warnings());
    }

    /** Another spelling of a number is the same number. */
    @Test
    void countsNoChangeAsNone() {
        String id = draft();
        Answer answer = update(
                id,
                input().add(
                                "fields",
                                fields(TWO.replace("'score': 5", "'score': 5.0").replace("'min': 1", "'min': 1.00")))
                        .add("status", "draft"));
        assertEquals(List.of("no_change"), answer.warnings());
        assertEquals(1, answer.output().getJsonObject("template").getInt("version"));
    }

    @Test
    void keepsTheTypeOfFieldsWithValues() throws SQLException {
        String id = draft();
        qualification(id, "{\"a\": \"x\", \"b\": null}");
        Answer refused = update(id, input().add("fields", fields("""
                [{'key': 'b', 'label': 'B', 'type': 'date'}, {'key': 'a', 'label': 'A', 'type': 'number'}]""")));
        assertEquals("invalid_state", refused.code(), refused.body());
        assertEquals(List.of("/input/fields/1/type field_in_use"), refused.violations());
        assertEquals("text", suggestion(refused, 0));
        assertEquals(200, update(id, input().add("fields", fields("""
                [{'key': 'b', 'label': 'B', 'type': 'date'}, {'key': 'a', 'label': 'Autre', 'type': 'text'}]"""))).status());
        Answer removed = update(id, input().add("fields", fields("[{'key': 'z', 'label': 'Z', 'type': 'text'}]")));
        assertEquals(List.of("values_orphaned"), removed.warnings());
        assertEquals(
                "x",
                Database.value(
                        "select values ->> 'a' from qualification where qualification_template_id = ?",
                        UUID.fromString(id)));
    }

    /** Removing a field and adding it anew is no way around that: its values are still there. */
    @Test
    void givesALostFieldBackOnlyAsItWas() throws SQLException {
        String id = draft();
        String lost = "{'a': 'x', 'n': 3, 'd': '2027-01-31', 's': 'Gaz', 'm': ['Gaz'], 'free': null}";
        qualification(id, lost.replace('\'', '"'));
        Answer refused = update(id, input().add("fields", fields("""
                [{'key': 'a', 'label': 'A', 'type': 'text'}, {'key': 'n', 'label': 'N', 'type': 'number'},
                 {'key': 'd', 'label': 'D', 'type': 'email'}, {'key': 's', 'label': 'S', 'type': 'boolean'},
                 {'key': 'm', 'label': 'M', 'type': 'multi_select', 'options': ['Fioul']},
                 {'key': 'free', 'label': 'F', 'type': 'date'}, {'key': 'new', 'label': 'F', 'type': 'date'}]""")));
        assertEquals("invalid_state", refused.code(), refused.body());
        assertEquals(
                List.of(
                        "/input/fields/2/type field_in_use",
                        "/input/fields/3/type field_in_use",
                        "/input/fields/4/type field_in_use"),
                refused.violations());
        assertEquals(
                List.of("values_orphaned"),
                update(id, input().add("fields", fields("[{'key': 'z', 'label': 'Z', 'type': 'text'}]")))
                        .warnings());
        assertEquals(
                List.of("/input/fields/0/type field_in_use", "/input/fields/1/type field_in_use"),
                update(id, input().add("fields", fields("""
                        [{'key': 'a', 'label': 'A', 'type': 'phone'}, {'key': 'n', 'label': 'N', 'type': 'text'}]"""))).violations());
        assertEquals(200, update(id, input().add("fields", fields("""
                [{'key': 'a', 'label': 'A', 'type': 'text'}, {'key': 'n', 'label': 'N', 'type': 'number'},
                 {'key': 'd', 'label': 'D', 'type': 'date'},
                 {'key': 's', 'label': 'S', 'type': 'select', 'options': ['Fioul', 'Gaz']},
                 {'key': 'm', 'label': 'M', 'type': 'multi_select', 'options': ['Gaz']}]"""))).status());
    }

    @Test
    void staysPublishedWhileACampaignHasIt() throws SQLException {
        String id = draft();
        assertEquals(200, update(id, input().add("status", "published")).status());
        Answer campaign = call(
                "create_outbound_campaign",
                input().add("name", unique("Campagne")).add("qualificationTemplateId", id));
        assertEquals(200, campaign.status(), campaign.body());
        Answer refused = update(id, input().add("status", "archived"));
        assertEquals(List.of("/input/status template_attached"), refused.violations());
        Database.value(
                "update campaign set status = 'archived' where qualification_template_id = ? returning 1",
                UUID.fromString(id));
        assertEquals(200, update(id, input().add("status", "archived")).status());
        assertEquals(
                "invalid_state", update(id, input().add("status", "published")).code());
    }

    @Test
    void refusesInTheOrderOfTheContract() {
        assertEquals(
                "not_found",
                update(UUID.randomUUID().toString(), input().add("status", "draft"))
                        .code());
        Answer conflict = update(draft(), input().add("status", "archived").add("expectedVersion", 7));
        assertEquals("version_conflict", conflict.code());
    }

    @Test
    void keepsNothingOfADryRun() throws SQLException {
        String id = draft();
        assertEquals(
                200,
                update(id, input().add("description", "x").add("dryRun", true)).status());
        assertEquals(1, Database.value("select version from qualification_template where id = ?", UUID.fromString(id)));
    }

    private String draft() {
        return created(input().add("name", unique("Brouillon")).add("fields", fields(TWO)))
                .getString("id");
    }

    private Answer update(String id, JsonObjectBuilder input) {
        return call("update_qualification_template", input.add("templateId", id));
    }

    private static List<String> changed(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("changes").getValuesAs(change -> ((JsonObject) change).getString("field"));
    }

    private static List<String> keys(JsonObject fields, String which) {
        return fields.getJsonArray(which).getValuesAs(JsonString::getString);
    }
}
