package org.crmagent.tools.qualificationtemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

class GetQualificationTemplateIT extends FormCalls {
    private static final UUID FORM = UUID.fromString("60000001-0000-4000-8000-000000000001");

    @Test
    void showsWhatTheDatabaseHolds() throws Exception {
        JsonObject output = call("get_qualification_template", input().add("templateId", FORM.toString()))
                .output();
        assertEquals(
                Database.value("select count(*) from qualification where qualification_template_id = ?", FORM),
                output.getJsonNumber("qualificationCount").longValue());
        assertEquals(
                Database.value("select count(*) from campaign where qualification_template_id = ?", FORM),
                output.getJsonNumber("campaignCount").longValue());
        assertEquals(
                true,
                Database.value(
                        "select fields = ?::jsonb from qualification_template where id = ?",
                        output.getJsonObject("template").getJsonArray("fields").toString(),
                        FORM));
    }

    @Test
    void leavesOutWhatIsNotAskedFor() {
        JsonObject output = call(
                        "get_qualification_template",
                        input().add("templateId", FORM.toString()).add("include", Json.createArrayBuilder()))
                .output();
        assertFalse(output.getJsonObject("template").containsKey("fields"));
        assertFalse(output.containsKey("campaigns"));
        assertFalse(output.containsKey("campaignCount"));
    }

    @Test
    void leadsToTheDocument() {
        Answer exported = follow(call("get_qualification_template", input().add("templateId", FORM.toString())));
        assertEquals(
                shown(FORM.toString()).get("fields"),
                exported.output().getJsonArray("documents").getJsonObject(0).get("fields"));
    }

    @Test
    void findsNoOtherOrganizationsTemplate() {
        assertEquals(
                "not_found",
                api.tool(
                                "get_qualification_template",
                                Demo.OTHER_ORGANIZATION,
                                input().add("templateId", FORM.toString()).build())
                        .code());
    }
}
