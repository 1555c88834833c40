package org.crmagent.tools.qualificationtemplates;

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

/** Calls of the qualification template tools, with templates that only the test has. */
abstract class FormCalls extends TemplateCalls {
    protected static final String ONE_FIELD = "[{'key': 'a', 'label': 'A', 'type': 'text'}]";

    protected static JsonArray fields(String json) {
        return array(json);
    }

    protected Answer create(String fields) {
        return call(
                "create_qualification_template",
                input().add("name", unique("Fiche")).add("fields", fields(fields)));
    }

    protected JsonObject created(JsonObjectBuilder input) {
        Answer answer = call("create_qualification_template", input);
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonObject("template");
    }

    protected JsonObject shown(String template) {
        Answer answer = call("get_qualification_template", input().add("templateId", template));
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonObject("template");
    }

    /** Stores a qualification made with the form. */
    protected static void qualification(String template, String values) throws SQLException {
        Database.value(
                "insert into qualification (organization_id, campaign_id, contact_id, qualification_template_id, values)"
                        + " select k.organization_id, c.id, k.id, ?, ?::jsonb from contact k join campaign c using (organization_id)"
                        + " where k.organization_id = ? and not exists (select from qualification q"
                        + " where q.campaign_id = c.id and q.contact_id = k.id) limit 1 returning 1",
                UUID.fromString(template),
                values,
                Demo.ORGANIZATION);
    }
}
