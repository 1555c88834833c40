package org.crmagent.tools.qualificationtemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

class ListQualificationTemplatesIT extends FormCalls {

    @Test
    void findsBySearchStatusAndCampaign() throws Exception {
        String name = unique("Évaluation");
        created(input().add("name", name).add("status", "published").add("fields", fields(ONE_FIELD)));
        assertEquals(
                List.of(name),
                names(list(input().add("search", name.substring(1).toUpperCase(java.util.Locale.ROOT)))));
        assertEquals(
                List.of(),
                names(list(input().add("search", name)
                        .add("statuses", Json.createArrayBuilder().add("draft")))));
        assertEquals(
                List.of((String) Database.value(
                        "select t.name from qualification_template t join campaign c on c.qualification_template_id = t.id"
                                + " where c.id = ?",
                        Demo.campaign(1))),
                names(list(input().add("usedByCampaignId", Demo.campaign(1).toString()))));
    }

    @Test
    void tellsColumnsAndTotal() throws Exception {
        Answer answer = list(input().add("perPage", 1).add("detail", "full"));
        JsonObject row = answer.output().getJsonArray("templates").getJsonObject(0);
        assertTrue(row.containsKey("createdAt"));
        assertEquals(
                Database.value(
                        "select jsonb_array_length(fields) from qualification_template where id = ?",
                        UUID.fromString(row.getString("id"))),
                row.getInt("fieldCount"));
        JsonObject compact = list(input().add("perPage", 1))
                .output()
                .getJsonArray("templates")
                .getJsonObject(0);
        assertFalse(compact.containsKey("createdAt"));
    }

    @Test
    void warnsOfAnUnknownCampaign() {
        Answer answer = list(input().add("usedByCampaignId", UUID.randomUUID().toString()));
        assertEquals(
                "unknown_filter_ids",
                answer.data().getJsonArray("warnings").getJsonObject(0).getString("code"));
        assertEquals(List.of(), names(answer));
    }

    private Answer list(jakarta.json.JsonObjectBuilder input) {
        return call("list_qualification_templates", input);
    }

    private static List<String> names(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("templates").getValuesAs(row -> ((JsonObject) row).getString("name"));
    }
}
