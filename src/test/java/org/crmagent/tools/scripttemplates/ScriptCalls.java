package org.crmagent.tools.scripttemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.crmagent.it.TemplateCalls;

/** Calls of the script template tools, with templates that only the test has. */
abstract class ScriptCalls extends TemplateCalls {
    protected static final String ONE_QUESTION =
            "[{'id': 'q', 'type': 'question', 'text': 'Quand ?', 'captureKey': 'when'}]";

    protected static final String TREE = """
            [{'id': 'a', 'type': 'yesno', 'text': 'Alors ?', 'captureKey': 'a', 'branches': [
               {'label': 'Oui', 'steps': [{'id': 'b', 'type': 'question', 'text': 'Quoi ?', 'captureKey': 'b'}]},
               {'label': 'Non', 'steps': []}]},
             {'id': 'z', 'type': 'instruction', 'text': 'Merci'}]""";

    protected static JsonArray steps(String json) {
        return array(json);
    }

    protected Answer create(String name, JsonArray steps) {
        return call("create_script_template", input().add("name", name).add("steps", steps));
    }

    protected JsonObject created(JsonObjectBuilder input) {
        Answer answer = call("create_script_template", input);
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonObject("template");
    }

    /** The id of a template with one question. */
    protected String published(String name) {
        return created(input().add("name", unique(name))
                        .add("status", "published")
                        .add("steps", steps(ONE_QUESTION)))
                .getString("id");
    }

    /** The id of a campaign that has the template. */
    protected String campaign(String template, String status) {
        Answer answer = call(
                "create_outbound_campaign",
                input().add("name", unique("Campagne")).add("status", status).add("scriptTemplateId", template));
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonObject("campaign").getString("id");
    }

    /** The id of an open execution of the template. */
    protected static Object execution(String template, String campaign) throws SQLException {
        return Database.value(
                "insert into script_execution (organization_id, campaign_id, contact_id, script_template_id,"
                        + " template_snapshot) select organization_id, ?, id, ?, '{\"steps\": []}' from contact"
                        + " where organization_id = ? order by id limit 1 returning id",
                UUID.fromString(campaign),
                UUID.fromString(template),
                Demo.ORGANIZATION);
    }

    protected JsonObject shown(String template) {
        Answer answer = call("get_script_template", input().add("templateId", template));
        assertEquals(200, answer.status(), answer.body());
        return answer.output();
    }

    /** The id of a draft with {@link #TREE}. */
    protected String draft() {
        return created(input().add("name", unique("Brouillon")).add("steps", steps(TREE)))
                .getString("id");
    }

    protected Answer update(String id, JsonObjectBuilder input) {
        return call("update_script_template", input.add("templateId", id));
    }
}
