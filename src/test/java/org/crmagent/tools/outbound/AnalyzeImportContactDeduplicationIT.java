package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

/** Duplicates of an import, against comparing every contact with every other; and adding what was promised. */
class AnalyzeImportContactDeduplicationIT extends OverHttp {
    private static final String TOOL = "analyze_import_contact_deduplication";

    @Test
    void findsWhatComparingAllWithAllFinds() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 350);
        List<Map<String, Object>> contacts = crm.workspace.rows("select * from contact where organization_id = :org");
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            if (i == 6) {
                // from half of all contacts to a tenth, whose keys are looked up in another way
                crm.workspace.run(
                        "update contact set import_folder_id = null where organization_id = :org and random() < 0.8");
                contacts = crm.workspace.rows("select * from contact where organization_id = :org");
            }
            List<String> keys = new ArrayList<>(List.of("phone", "email", "externalId", "nameCompany"));
            Collections.shuffle(keys, random);
            keys = keys.subList(0, 1 + random.nextInt(4));
            UUID campaign = crm.campaigns.get(random.nextInt(4));
            Answer answer = crm.workspace.call(
                    TOOL,
                    input(crm, keys).add("campaignId", campaign.toString()).build());
            assertEquals(200, answer.status(), answer::body);
            compare(crm, contacts, keys, answer.output());
            groupsAreRight(contacts, answer.output());
            suggestedCallAddsWhatWasPromised(crm, answer);
        }
    }

    @Test
    void keepsTheMostCompleteThenTheOldest() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 0);
        crm.workspace.run("""
                insert into contact (organization_id, last_name, city, phone_e164, import_folder_id, created_at)
                values (:org, 'Old', null, '+33600000001', ?, now() - interval '9 days'),
                       (:org, 'Full', 'Lyon', '+33600000001', ?, now() - interval '1 day'),
                       (:org, 'A', null, '+33600000002', ?, now() - interval '1 day'),
                       (:org, 'B', null, '+33600000002', null, now() - interval '2 days')
                """, crm.folder, crm.folder, crm.folder);
        JsonObject output =
                crm.workspace.call(TOOL, input(crm, List.of("phone")).build()).output();
        List<JsonObject> groups = output.getJsonArray("groups").getValuesAs(JsonObject.class);
        assertEquals("Full", kept(groups.get(0)));
        assertTrue(groups.get(0).getString("why").contains("3 of 8"), groups::toString);
        assertEquals("B", kept(groups.get(1)), "the older one, though it is not of the import");
        assertEquals(1, output.getJsonObject("duplicatesWithinImport").getInt("groups"));
        assertEquals(2, output.getJsonObject("duplicatesWithinImport").getInt("rows"));
        assertEquals(1, output.getJsonObject("duplicatesAgainstCrm").getInt("rows"));
        assertEquals(0, output.getInt("unique"));
    }

    @Test
    void promisesNothingForACampaignThatIsOver() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 50);
        Answer answer = crm.workspace.call(
                TOOL,
                input(crm, List.of("phone"))
                        .add("campaignId", crm.campaigns.get(4).toString())
                        .build());
        assertEquals(0, answer.output().getInt("addable"), answer::body);
        assertTrue(answer.body().contains("campaign_closed"), answer::body);
        assertEquals(0, answer.data().getJsonArray("nextActions").size());
    }

    @Test
    void promisesNothingInASuspendedOrganization() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 50);
        JsonObject input = input(crm, List.of("phone"))
                .add("campaignId", crm.campaigns.get(0).toString())
                .build();
        assertTrue(crm.workspace.call(TOOL, input).output().getInt("addable") > 0);
        crm.workspace.run("update organization set status = 'suspended' where id = :org");
        Answer answer = crm.workspace.call(TOOL, input);
        assertEquals(0, answer.output().getInt("addable"), answer::body);
        assertTrue(answer.body().contains("\"organization_suspended\""), answer::body);
        assertEquals(0, answer.data().getJsonArray("nextActions").size(), answer::body);
    }

    @Test
    void unknownImports() throws SQLException {
        RandomCrm crm = new RandomCrm(api, 10);
        String unknown = UUID.randomUUID().toString();
        Answer none = crm.workspace.call(
                TOOL, Json.createObjectBuilder().add("importFolderId", unknown).build());
        assertEquals("not_found", none.code());
        Answer two = crm.workspace.call(
                TOOL,
                Json.createObjectBuilder()
                        .add(
                                "importFolderIds",
                                Json.createArrayBuilder(
                                        List.of(unknown, UUID.randomUUID().toString())))
                        .build());
        assertEquals("not_found", two.code());
        assertEquals(2, two.output().getJsonArray("violations").size(), two::body);
        Answer some = crm.workspace.call(
                TOOL,
                Json.createObjectBuilder()
                        .add("importFolderIds", Json.createArrayBuilder(List.of(unknown, crm.folder.toString())))
                        .build());
        assertEquals(unknown, some.output().getJsonArray("notFound").getString(0));
        assertEquals(1, some.data().getJsonArray("warnings").size());
        assertEquals(
                "validation_failed",
                crm.workspace.call(TOOL, JsonObject.EMPTY_JSON_OBJECT).code());
    }

    private static JsonObjectBuilder input(RandomCrm crm, List<String> keys) {
        return Json.createObjectBuilder()
                .add("importFolderId", crm.folder.toString())
                .add("matchOn", Json.createArrayBuilder(keys))
                .add("sampleSize", 10);
    }

    private static String kept(JsonObject group) {
        return group.getJsonArray("contacts").getValuesAs(JsonObject.class).stream()
                .filter(contact -> contact.getString("id").equals(group.getString("keep")))
                .findFirst()
                .orElseThrow()
                .getString("fullName");
    }

    private static void compare(
            RandomCrm crm, List<Map<String, Object>> contacts, List<String> keys, JsonObject output) {
        long rows = 0;
        long unique = 0;
        long inside = 0;
        long outside = 0;
        long conflicts = 0;
        long without = 0;
        Set<String> groups = new HashSet<>();
        for (Map<String, Object> row : contacts) {
            if (!crm.folder.equals(row.get("import_folder_id"))) {
                continue;
            }
            boolean within = false;
            boolean against = false;
            boolean conflict = false;
            for (Map<String, Object> other : contacts) {
                for (String key : keys) {
                    Object value = value(row, key);
                    if (other != row && value != null && value.equals(value(other, key))) {
                        boolean imported = crm.folder.equals(other.get("import_folder_id"));
                        within |= imported;
                        against |= !imported;
                        conflict |= !imported && differ(row.get("external_id"), other.get("external_id"));
                        if (imported) {
                            groups.add(key + value);
                        }
                    }
                }
            }
            rows++;
            unique += within || against ? 0 : 1;
            inside += within ? 1 : 0;
            outside += against ? 1 : 0;
            conflicts += conflict ? 1 : 0;
            without += keys.stream().allMatch(key -> value(row, key) == null) ? 1 : 0;
        }
        assertEquals(
                List.of(rows, unique, inside, outside, conflicts, without, (long) groups.size()),
                List.of(
                        (long) output.getInt("rows"),
                        (long) output.getInt("unique"),
                        (long) output.getJsonObject("duplicatesWithinImport").getInt("rows"),
                        (long) output.getJsonObject("duplicatesAgainstCrm").getInt("rows"),
                        (long) output.getInt("conflicts"),
                        (long) output.getInt("withoutAnyKey"),
                        (long) output.getJsonObject("duplicatesWithinImport").getInt("groups")),
                () -> keys + " " + output);
    }

    private static void groupsAreRight(List<Map<String, Object>> contacts, JsonObject output) {
        for (JsonObject group : output.getJsonArray("groups").getValuesAs(JsonObject.class)) {
            String key = group.getString("key");
            long size = contacts.stream()
                    .filter(contact -> Objects.equals(
                                    value(contact, key),
                                    group.getString("value").replace(' ', '\n'))
                            || Objects.equals(value(contact, key), group.getString("value")))
                    .count();
            if (!key.equals("nameCompany")) {
                assertEquals(size, group.getInt("size"), group::toString);
            }
        }
    }

    private static void suggestedCallAddsWhatWasPromised(RandomCrm crm, Answer analysis) {
        long addable = analysis.output().getInt("addable");
        if (addable == 0) {
            assertEquals(0, analysis.data().getJsonArray("nextActions").size());
            return;
        }
        JsonObject action = analysis.data().getJsonArray("nextActions").getJsonObject(0);
        Answer run = crm.workspace.call(action.getString("toolName"), action.getJsonObject("suggestedInput"));
        assertEquals(addable, run.output().getInt("added"), run::body);
        assertEquals(
                analysis.output().getInt("alreadyInCampaign"),
                run.output().getJsonObject("skipped").getInt("alreadyInCampaign"));
    }

    private static boolean differ(Object id, Object other) {
        return id != null && other != null && !id.equals(other);
    }

    private static Object value(Map<String, Object> contact, String key) {
        return switch (key) {
            case "phone" -> contact.get("phone_e164");
            case "email" -> {
                String email = (String) contact.get("email");
                yield email == null ? null : email.strip().toLowerCase(Locale.ROOT);
            }
            case "externalId" -> contact.get("external_id");
            default -> contact.get("name_company_key");
        };
    }
}
