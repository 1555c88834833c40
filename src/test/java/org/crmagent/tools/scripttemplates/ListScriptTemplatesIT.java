package org.crmagent.tools.scripttemplates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

class ListScriptTemplatesIT extends ScriptCalls {

    @Test
    void countsStepsAndCampaignsAsTheRowsDo() throws SQLException {
        List<JsonObject> rows = rows(list(input().add("perPage", 100)));
        assertTrue(rows.size() >= 4);
        for (JsonObject row : rows) {
            UUID id = UUID.fromString(row.getString("id"));
            assertEquals(
                    Database.value("select count(*) from campaign where script_template_id = ?", id),
                    row.getJsonNumber("campaignCount").longValue());
            assertEquals(
                    Database.value(
                            "select (length(steps::text) - length(replace(steps::text, '\"type\": ', ''))) / 8"
                                    + " from script_template where id = ?",
                            id),
                    row.getInt("stepCount"));
            assertFalse(row.containsKey("steps"));
        }
    }

    @Test
    void listsTheLastChangedFirstAndPages() {
        String name = unique("Ordre");
        for (int i = 0; i < 3; i++) {
            created(input().add("name", name + " " + i).add("steps", steps(ONE_QUESTION)));
        }
        Answer first = list(
                input().add("search", name.toUpperCase(java.util.Locale.ROOT)).add("perPage", 2));
        assertEquals(3, first.envelope().getJsonObject("meta").getInt("total"));
        assertEquals(List.of(name + " 2", name + " 1"), names(first));
        assertEquals(
                List.of(name + " 0"),
                names(list(input().add("search", name).add("perPage", 2).add("page", 2))));
    }

    @Test
    void filters() {
        String name = unique("Filtre %_");
        String id = created(input().add("name", name)
                        .add("language", "pt-BR")
                        .add("status", "published")
                        .add("description", "Élégant")
                        .add("steps", steps(ONE_QUESTION)))
                .getString("id");
        String campaign = campaign(id, "draft");
        for (JsonObjectBuilder filter : List.of(
                input().add("search", "FILTRE %_").add("language", "pt-br"),
                input().add("search", name)
                        .add("statuses", Json.createArrayBuilder().add("published")),
                input().add("search", "elegant").add("language", "pt-BR").add("detail", "full"),
                input().add("usedByCampaignId", campaign))) {
            assertTrue(names(list(filter)).contains(name));
        }
        assertEquals(1, rows(list(input().add("usedByCampaignId", campaign))).size());
        assertEquals(
                List.of(),
                names(list(input().add("search", name)
                        .add("statuses", Json.createArrayBuilder().add("draft")))));
        assertEquals(List.of(), names(list(input().add("search", "FILTRE _%"))));
        String spanish = unique("Región");
        created(input().add("name", spanish).add("language", "es-419").add("steps", steps(ONE_QUESTION)));
        assertEquals(List.of(spanish), names(list(input().add("language", "es-419"))));
    }

    @Test
    void tellsACampaignThatNamesNothing() {
        String unknown = UUID.randomUUID().toString();
        Answer answer = list(input().add("usedByCampaignId", unknown));
        assertEquals(List.of(), rows(answer));
        assertEquals(List.of("unknown_filter_ids"), answer.warnings());
        assertEquals(
                List.of(),
                list(input().add("usedByCampaignId", Demo.campaign(4).toString()))
                        .warnings());
    }

    @Test
    void keepsItsBoundsWhateverTheTexts() {
        String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 100; i < 200; i++) {
            created(input().add("name", mark + i + "😀".repeat(108))
                    .add("description", "😀".repeat(500))
                    .add("steps", steps(ONE_QUESTION)));
        }
        assertTrue(size(list(input().add("search", mark))) <= 24 * 1024);
        assertTrue(size(list(input().add("search", mark).add("perPage", 100))) <= 96 * 1024);
        Answer full = list(input().add("search", mark).add("perPage", 50).add("detail", "full"));
        assertEquals(50, rows(full).size());
        assertTrue(size(full) <= 96 * 1024);
        assertEquals(
                "validation_failed",
                list(input().add("perPage", 51).add("detail", "full")).code());
    }

    private Answer list(JsonObjectBuilder input) {
        return call("list_script_templates", input);
    }

    private static int size(Answer answer) {
        return answer.size();
    }

    private static List<String> names(Answer answer) {
        return rows(answer).stream().map(row -> row.getString("name")).toList();
    }

    private static List<JsonObject> rows(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("templates").getValuesAs(JsonObject.class);
    }
}
