package org.crmagent.tools.qualifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

class ListQualificationsIT extends QualificationCalls {
    private static final List<String> SORTS = List.of("-updatedAt", "-score");
    private static final List<String> ORDERS = List.of("updated_at desc, id desc", "score desc nulls last, id desc");

    /** Scores with fractions, equal ones, and none; times that are equal in pairs. */
    private void fill() throws Exception {
        UUID agent = workspace.agent("active");
        for (int i = 0; i < 25; i++) {
            UUID someone = contact("Nom" + i, i % 5 == 0 ? "Société Épi" : "Autre");
            workspace.run(
                    "insert into qualification (organization_id, campaign_id, contact_id, qualification_template_id, status, values,"
                            + " score, agent_id, updated_at) values (:org, ?, ?, ?, ?, '{\"area\": 12}', ?::numeric, ?,"
                            + " '2026-01-01T00:00:00Z'::timestamptz + ? * interval '1 hour')",
                    campaign,
                    someone,
                    form,
                    List.of("draft", "qualified", "disqualified").get(i % 3),
                    i % 4 == 0 ? null : "" + (i % 6) * 10.25,
                    i % 2 == 0 ? agent : null,
                    i / 2);
        }
    }

    @Test
    void listsInOrderByPageAndByCursor() throws Exception {
        fill();
        for (int i = 0; i < SORTS.size(); i++) {
            String sort = SORTS.get(i);
            List<String> expected = workspace
                    .rows("select id::text from qualification where organization_id = :org order by " + ORDERS.get(i))
                    .stream()
                    .map(row -> row.get("id").toString())
                    .toList();
            assertEquals(expected, ids(done(list("{'sort': '" + sort + "', 'perPage': 100}"))));
            List<String> paged = new ArrayList<>();
            for (int page = 1; page <= 4; page++) {
                paged.addAll(ids(done(list("{'sort': '" + sort + "', 'perPage': 7, 'page': " + page + "}"))));
            }
            assertEquals(expected, paged);
            assertEquals(expected, walked(sort));
        }
    }

    private List<String> walked(String sort) {
        JsonObject output = done(list("{'sort': '" + sort + "', 'perPage': 4}"));
        List<String> walked = new ArrayList<>(ids(output));
        while (!output.isNull("nextCursor")) {
            Answer more =
                    list("{'sort': '" + sort + "', 'perPage': 4, 'cursor': '" + output.getString("nextCursor") + "'}");
            output = done(more);
            assertFalse(output.containsKey("summary"));
            assertFalse(more.envelope().getJsonObject("meta").containsKey("total"));
            walked.addAll(ids(output));
        }
        return walked;
    }

    @Test
    void sumsUpAllThatMatch() throws Exception {
        fill();
        Answer answer = list("{'perPage': 3}");
        JsonObject summary = done(answer).getJsonObject("summary");
        assertEquals(
                "{\"draft\":9,\"qualified\":8,\"disqualified\":8}",
                summary.getJsonObject("byStatus").toString());
        assertEquals(
                0,
                workspace
                        .rows("select round(avg(score), 2) as average from qualification where organization_id = :org")
                        .get(0)
                        .get("average")
                        .toString()
                        .compareTo(summary.getJsonNumber("averageScore")
                                .bigDecimalValue()
                                .setScale(2)
                                .toString()));
        assertEquals(25, answer.envelope().getJsonObject("meta").getInt("total"));
        JsonObject none = done(list("{'minScore': 1000}")).getJsonObject("summary");
        assertEquals(JsonValue.NULL, none.get("averageScore"));
        assertEquals(0, none.getJsonObject("byStatus").getInt("draft"));
    }

    @Test
    void filters() throws Exception {
        fill();
        UUID agent = (UUID) workspace
                .rows(
                        "select agent_id from qualification where organization_id = :org and agent_id is not null limit 1")
                .get(0)
                .get("agent_id");
        UUID someone = (UUID) workspace
                .rows("select contact_id from qualification where organization_id = :org limit 1")
                .get(0)
                .get("contact_id");
        same("{'statuses': ['qualified', 'draft']}", "status in ('qualified', 'draft')");
        same("{'agentIds': ['" + agent + "']}", "agent_id is not null");
        same("{'contactId': '" + someone + "'}", "contact_id = '" + someone + "'");
        same("{'minScore': 10.25, 'maxScore': 30.75}", "score between 10.25 and 30.75");
        same(
                "{'updatedAfter': '2026-01-01T03:00:00Z', 'updatedBefore': '2026-01-01T05:00:00Z'}",
                "updated_at >= '2026-01-01T03:00:00Z' and updated_at < '2026-01-01T05:00:00Z'");
        same(
                "{'search': 'societe epi'}",
                "contact_id in (select id from contact k where k.organization_id = :org and k.company = 'Société Épi')");
        same("{'campaignIds': ['" + campaign + "']}", "true");
    }

    private void same(String input, String condition) throws Exception {
        List<String> expected = workspace
                .rows("select id::text from qualification where organization_id = :org and " + condition
                        + " order by updated_at desc, id desc")
                .stream()
                .map(row -> row.get("id").toString())
                .toList();
        assertTrue(!expected.isEmpty(), condition);
        assertEquals(expected, ids(done(list(input.replace("}", ", 'perPage': 100}")))));
    }

    @Test
    void showsNamesAndInFullTheValues() throws Exception {
        createdId(creation("{'area': 80}"));
        JsonObject compact = done(list("{}")).getJsonArray("qualifications").getJsonObject(0);
        assertEquals("Zoé X", compact.getString("contactName"));
        assertEquals("Müller & Fils", compact.getString("company"));
        assertFalse(compact.containsKey("values"));
        JsonObject full =
                done(list("{'detail': 'full'}")).getJsonArray("qualifications").getJsonObject(0);
        assertEquals("{\"area\":80}", full.getJsonObject("values").toString());
        assertEquals(form.toString(), full.getString("qualificationTemplateId"));
    }

    @Test
    void keepsPagesOfLongTextsSmall() throws Exception {
        for (int i = 0; i < 50; i++) {
            UUID someone = contact("🚲".repeat(200), "é".repeat(300));
            workspace.run(
                    "insert into qualification (organization_id, campaign_id, contact_id, qualification_template_id, values)"
                            + " values (:org, ?, ?, ?, jsonb_build_object('note', repeat('x', 3900)))",
                    campaign,
                    someone,
                    form);
        }
        workspace.run("update campaign set name = repeat('é', 120) where organization_id = :org");
        assertTrue(list("{}").body().length() <= 24 * 1024);
        assertEquals(200, list("{'perPage': 100}").status());
        assertEquals(200, list("{'perPage': 50, 'detail': 'full'}").status());
    }

    @Test
    void warnsOfUnknownIdsAndRefusesWhatCannotBe() {
        UUID unknown = UUID.randomUUID();
        assertEquals(
                List.of("unknown_filter_ids", "unknown_filter_ids"),
                list("{'campaignIds': ['" + unknown + "'], 'contactId': '" + unknown + "'}")
                        .warnings());
        refused(
                list("{'minScore': 2, 'maxScore': 1, 'page': 1, 'cursor': 'abc', 'search': '  a  '}"),
                400,
                "validation_failed",
                "/input/page not_together",
                "/input/search too_short",
                "/input/maxScore below_min");
        refused(list("{'cursor': 'abc'}"), 400, "validation_failed", "/input/cursor foreign_cursor");
    }

    private Answer list(String input) {
        return workspace.call("list_qualifications", json(input));
    }

    private static List<String> ids(JsonObject output) {
        return output.getJsonArray("qualifications").getValuesAs(JsonObject.class).stream()
                .map(row -> row.getString("id"))
                .toList();
    }
}
