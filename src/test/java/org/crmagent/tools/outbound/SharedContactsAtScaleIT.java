package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.Test;

/** What only shows with many contacts, or with long texts: the ranges that contacts are counted by, and the sizes of answers. */
class SharedContactsAtScaleIT extends OverHttp {

    @Test
    void countsEachContactOnceWhereIdsAreCutIntoRanges() throws SQLException {
        Workspace crm = new Workspace(api);
        crm.run(
                "insert into contact (organization_id, id) select :org, gen_random_uuid() from generate_series(1, 20000)");
        crm.run("insert into contact (organization_id, id) values (:org, '00000000-0000-0000-0000-000000000000'),"
                + " (:org, 'ffffffff-ffff-ffff-ffff-ffffffffffff')");
        List<UUID> campaigns = List.of(
                crm.campaign("active", "business"),
                crm.campaign("active", "business"),
                crm.campaign("active", "business"));
        crm.enrol(campaigns.get(0), "hashtext(k.id::text) % 20 <> 1");
        crm.enrol(campaigns.get(1), "hashtext(k.id::text) % 3 <> 1");
        crm.enrol(
                campaigns.get(2),
                "(hashtext(k.id::text) % 2 = 0 or k.id::text like '%-0000-%' or k.id::text like '%-ffff-%')");
        Map<String, Object> due = crm.rows("""
                        select count(*) filter (where n = 1) as one, count(*) filter (where n = 2) as two, count(*) filter (where n = 3) as three
                        from (select count(*) as n from campaign_contact where organization_id = :org group by contact_id) m
                        """).get(0);
        JsonArrayBuilder ids = Json.createArrayBuilder();
        campaigns.forEach(id -> ids.add(id.toString()));
        Answer overlap = crm.call(
                "get_campaign_contact_overlap",
                Json.createObjectBuilder().add("campaignIds", ids).build());
        List<JsonObject> shown =
                overlap.output().getJsonArray("byCampaignCount").getValuesAs(JsonObject.class);
        assertEquals(
                List.of(due.get("one"), due.get("two"), due.get("three")),
                shown.stream()
                        .map(each -> each.getJsonNumber("contacts").longValue())
                        .toList(),
                overlap::body);
        Answer found = fits(crm, Json.createObjectBuilder(), 24);
        assertEquals(
                (Long) due.get("two") + (Long) due.get("three"),
                found.envelope().getJsonObject("meta").getInt("total"));
    }

    @Test
    void keepsItsBoundsWhateverTheTexts() throws SQLException {
        Workspace crm = new Workspace(api);
        for (int i = 0; i < 6; i++) {
            crm.campaign("active", "business");
            crm.agent("active");
        }
        crm.run("update campaign set name = 'Relance du devis ' || left(id::text, 4) where organization_id = :org");
        crm.run("""
                insert into contact (organization_id, first_name, last_name, company, email, phone_e164, city)
                select :org, 'Jean-Baptiste', 'Martin', 'Boulangerie Martin et fils', 'jb.martin@boulangerie-martin.example',
                       '+33639980000', 'Saint-Étienne' from generate_series(1, 120)
                """);
        crm.run("""
                insert into campaign_contact (organization_id, campaign_id, contact_id, state, assigned_agent_id, last_call_at)
                select :org, c.id, k.id, 'in_progress',
                       (select id from app_user where organization_id = :org order by md5(id::text || c.id) limit 1),
                       clock_timestamp() - interval '1 second'
                from campaign c, contact k where c.organization_id = :org and k.organization_id = :org
                """);
        JsonArray usual = first(fits(crm, input(), 24)).getJsonArray("campaigns");
        assertEquals(3, usual.size(), "as many as the page has space for, with whole names");
        assertTrue(
                usual.toString().contains("Relance du devis ")
                        && !usual.toString().contains("…"),
                usual::toString);
        crm.run("update campaign_contact set assigned_agent_id = null, last_call_at = null where organization_id = :org"
                + " and campaign_id in (select id from campaign where organization_id = :org order by id limit 5)");
        assertEquals(4, first(fits(crm, input(), 24)).getJsonArray("campaigns").size());
    }

    @Test
    void keepsItsBoundsWhereEveryTextIsAsLongAsItGets() throws SQLException {
        Workspace crm = new Workspace(api);
        for (int i = 0; i < 6; i++) {
            crm.campaign("active", "business");
            crm.agent("active");
        }
        crm.run("update campaign set name = repeat('😀', 100) || left(id::text, 20) where organization_id = :org");
        crm.run("update app_user set full_name = repeat('\\', 200) where organization_id = :org");
        crm.run("""
                insert into contact (organization_id, external_id, first_name, last_name, company, job_title, email, phone, phone_e164,
                                     city, postal_code, country, timezone, language, source, tags, custom)
                select :org, t, t, t, t, t, t, t, '+336399800000000', t, t, 'FR', t, t, t, array_fill(t, array[101]),
                       jsonb_build_object('a', t, 'b', repeat(t, 20))
                from generate_series(1, 120) i, (select repeat('😀', 250) as t) x
                """);
        for (String state : List.of("in_progress", "disqualified")) {
            crm.run("delete from campaign_contact where organization_id = :org");
            crm.run("""
                    insert into campaign_contact (organization_id, campaign_id, contact_id, state, assigned_agent_id, last_call_at)
                    select :org, c.id, k.id, ?,
                           (select id from app_user where organization_id = :org order by md5(id::text || c.id) limit 1),
                           clock_timestamp() - interval '1 second'
                    from campaign c, contact k where c.organization_id = :org and k.organization_id = :org
                    """, state);
            JsonObject first = first(fits(crm, input(), 24));
            assertEquals(6, first.getInt("campaignCount"));
            assertEquals(2, first.getJsonArray("conflicts").size(), first::toString);
            assertTrue(first.getJsonArray("campaigns").size() >= 2, first::toString);
            fits(crm, input().add("campaignIds", ids(crm, 44)), 24);
            fits(crm, input().add("perPage", 21), 96);
            fits(crm, input().add("perPage", 100), 96);
            fits(crm, input().add("perPage", 1).add("detail", "full"), 96);
            fits(crm, input().add("detail", "full"), 96);
            fits(crm, input().add("perPage", 50).add("detail", "full"), 96);
        }
    }

    /** All campaigns, and so many that are none. */
    private static JsonArrayBuilder ids(Workspace crm, int unknown) throws SQLException {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        for (Map<String, Object> row : crm.rows("select id from campaign where organization_id = :org")) {
            ids.add(row.get("id").toString());
        }
        for (int i = 0; i < unknown; i++) {
            ids.add(UUID.randomUUID().toString());
        }
        return ids;
    }

    private static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    private static JsonObject first(Answer answer) {
        return answer.output().getJsonArray("contacts").getJsonObject(0);
    }

    /** Also with the longest of request ids. */
    private Answer fits(Workspace crm, JsonObjectBuilder input, int kibibytes) {
        Answer answer = api.tool(
                "find_contacts_in_multiple_campaigns",
                Json.createObjectBuilder()
                        .add("organizationId", crm.id.toString())
                        .add("requestId", "😀".repeat(120))
                        .add("input", input)
                        .build());
        return answer.fits(kibibytes);
    }
}
