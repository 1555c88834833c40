package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

class ListCampaignsIT extends CampaignCalls {

    @Test
    void countsContactsAsTheRowsDo() throws SQLException {
        for (JsonObject row : rows(list(input().add("perPage", 100)))) {
            UUID id = UUID.fromString(row.getString("id"));
            JsonObject counts = row.getJsonObject("contactCounts");
            assertEquals(count("", id), counts.getInt("total"));
            String open = " and state in ('to_call', 'in_progress', 'follow_up')";
            assertEquals(count(open, id), counts.getInt("open"));
            assertEquals(count(open + " and assigned_agent_id is null", id), counts.getInt("unassigned"));
        }
    }

    @Test
    void sortsAndPages() {
        List<String> names = rows(list(input().add("sort", "name").add("perPage", 100))).stream()
                .map(row -> row.getString("name"))
                .toList();
        List<String> paged = Stream.of(1, 2)
                .flatMap(page ->
                        rows(list(input().add("sort", "name").add("perPage", 3).add("page", page))).stream())
                .map(row -> row.getString("name"))
                .toList();
        assertEquals(names.subList(0, 6), paged);
        List<Integer> priorities = rows(list(input().add("sort", "-priority").add("perPage", 100))).stream()
                .map(row -> row.getInt("priority"))
                .toList();
        assertEquals(priorities.stream().sorted((a, b) -> b - a).toList(), priorities);
    }

    @Test
    void filters() {
        String tag = "t" + UUID.randomUUID().toString().substring(0, 8);
        String id = created(input().add("name", unique("Électricité % _"))
                        .add("tags", Json.createArrayBuilder().add(tag))
                        .add(
                                "agentIds",
                                Json.createArrayBuilder().add(Demo.agent(6).toString()))
                        .add("scriptTemplateId", "50000001-0000-4000-8000-000000000002"))
                .getString("id");
        for (JsonObjectBuilder filter : List.of(
                input().add("tagsAny", Json.createArrayBuilder().add("other").add(tag)),
                input().add("search", "ELECTRICITE % _")
                        .add("tagsAny", Json.createArrayBuilder().add(tag)),
                input().add("agentId", Demo.agent(6).toString())
                        .add("tagsAny", Json.createArrayBuilder().add(tag)),
                input().add("scriptTemplateId", "50000001-0000-4000-8000-000000000002")
                        .add("statuses", Json.createArrayBuilder().add("draft"))
                        .add("tagsAny", Json.createArrayBuilder().add(tag)))) {
            List<JsonObject> rows = rows(list(filter));
            assertEquals(1, rows.size());
            assertEquals(id, rows.get(0).getString("id"));
        }
        assertEquals(0, rows(list(input().add("search", "ÉLECTRICITÉ %% _"))).size());
    }

    @Test
    void tellsMoreInFullDetail() {
        assertFalse(rows(list(input().add("perPage", 1))).get(0).containsKey("timezone"));
        assertTrue(rows(list(input().add("perPage", 1).add("detail", "full")))
                .get(0)
                .containsKey("timezone"));
        assertEquals(
                "validation_failed",
                list(input().add("perPage", 100).add("detail", "full")).code());
    }

    @Test
    void tellsIdsThatNameNothing() {
        String unknown = UUID.randomUUID().toString();
        Answer answer =
                list(input().add("agentId", unknown).add("scriptTemplateId", "50000001-0000-4000-8000-000000000001"));
        assertEquals(0, rows(answer).size());
        assertEquals("unknown_filter_ids", warning(answer, 0), answer.body());
        assertEquals(1, answer.data().getJsonArray("warnings").size());
        assertEquals(
                unknown, answer.data().getJsonArray("warnings").getJsonObject(0).getString("resourceId"));
    }

    @Test
    void keepsItsBoundInFullDetailWhateverTheTexts() throws SQLException {
        String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
        JsonArrayBuilder tags = Json.createArrayBuilder().add(mark);
        for (int i = 0; i < 19; i++) {
            tags.add(i % 10 + "😀".repeat(37) + (char) ('a' + i));
        }
        JsonArray all = tags.build();
        for (int i = 0; i < 50; i++) {
            created(input().add("name", unique("😀".repeat(80)))
                    .add("description", "😀".repeat(500))
                    .add("tags", all));
        }
        Answer answer = list(input().add("tagsAny", Json.createArrayBuilder().add(mark))
                .add("detail", "full")
                .add("perPage", 50));
        assertEquals(50, rows(answer).size());
        assertTrue(answer.size() <= 96 * 1024, () -> answer.size() + " bytes");
    }

    private Answer list(JsonObjectBuilder input) {
        return api.tool("list_campaigns", Demo.ORGANIZATION, input.build());
    }

    private static List<JsonObject> rows(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("campaigns").getValuesAs(JsonObject.class);
    }

    private static int count(String condition, UUID campaign) throws SQLException {
        return ((Long) Database.value(
                        "select count(*) from campaign_contact where campaign_id = ?" + condition, campaign))
                .intValue();
    }
}
