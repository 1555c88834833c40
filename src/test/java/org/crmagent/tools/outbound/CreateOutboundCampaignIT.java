package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

class CreateOutboundCampaignIT extends CampaignCalls {

    @Test
    void fillsInTheDefaults() {
        JsonObject campaign = created(input().add("name", unique("Défaut")));
        assertEquals("draft", campaign.getString("status"));
        assertEquals("Europe/Paris", campaign.getString("timezone"));
        assertEquals("business", campaign.getString("audience"));
        assertEquals(5, campaign.getInt("maxAttempts"));
        assertEquals(1440, campaign.getInt("retryDelayMinutes"));
        assertEquals(1, campaign.getInt("version"));
        assertTrue(campaign.isNull("legalBasis"));
        assertEquals(0, campaign.getJsonArray("callingWindows").size());
    }

    @Test
    void storesWhatIsGiven() throws SQLException {
        Answer answer = create(input().add("name", unique("Entier"))
                .add("status", "active")
                .add("description", "Tout, même des \"guillemets\" 🙂")
                .add("scriptTemplateId", "50000001-0000-4000-8000-000000000001")
                .add("qualificationTemplateId", "60000001-0000-4000-8000-000000000001")
                .add(
                        "agentIds",
                        Json.createArrayBuilder()
                                .add(Demo.agent(1).toString())
                                .add(Demo.agent(2).toString()))
                .add("startsOn", "2027-01-04")
                .add("endsOn", "2027-02-04")
                .add("tags", Json.createArrayBuilder().add("a,b").add("\"c\"")));
        assertEquals(200, answer.status(), answer.body());
        JsonObject campaign = answer.output().getJsonObject("campaign");
        assertEquals(Json.createArrayBuilder().add("a,b").add("\"c\"").build(), campaign.getJsonArray("tags"));
        assertEquals("2027-02-04", campaign.getString("endsOn"));
        assertEquals(1, answer.data().getJsonArray("warnings").size());
        assertEquals("campaign_empty", warning(answer, 0));
        assertEquals(
                2L,
                Database.value(
                        "select count(*) from campaign_agent where campaign_id = ?",
                        UUID.fromString(campaign.getString("id"))));
    }

    @Test
    void warnsOfWhatLacks() {
        Answer answer = create(input().add("name", unique("Seule")).add("status", "active"));
        assertEquals("campaign_empty", warning(answer, 0));
        assertEquals("campaign_without_script", warning(answer, 1));
        assertEquals("campaign_without_agents", warning(answer, 2));
    }

    @Test
    void keepsConsumersWithinTheLaw() {
        JsonObject campaign =
                created(input().add("name", unique("Particuliers")).add("audience", "consumer"));
        assertEquals("consent", campaign.getString("legalBasis"));
        assertEquals(2, campaign.getJsonArray("callingWindows").size());
        JsonObject saturday = Json.createObjectBuilder()
                .add("days", Json.createArrayBuilder().add("saturday"))
                .add("from", "10:00")
                .add("to", "12:00")
                .build();
        Answer wider = create(input().add("name", unique("Samedi"))
                .add("audience", "consumer")
                .add("callingWindows", Json.createArrayBuilder().add(saturday)));
        assertEquals("calling_windows_beyond_legal_hours", warning(wider, 0));
    }

    @Test
    void tellsAllBrokenRulesAtOnce() {
        Answer answer = create(input().add("name", "  ")
                .add("startsOn", "2027-02-04")
                .add("endsOn", "2027-01-04")
                .add("timezone", "europe/paris")
                .add("legalBasis", "consent"));
        assertEquals("validation_failed", answer.code(), answer.body());
        assertEquals(4, answer.output().getJsonArray("violations").size(), answer.body());
        assertTrue(answer.body().contains("\"suggestion\":\"Europe/Paris\""), answer.body());
    }

    @Test
    void refusesUnknownAndUnfitLinks() {
        Answer unknown = create(input().add("name", unique("X"))
                .add("scriptTemplateId", UUID.randomUUID().toString())
                .add(
                        "agentIds",
                        Json.createArrayBuilder()
                                .add(Demo.agent(7).toString())
                                .add(UUID.randomUUID().toString())));
        assertEquals("not_found", unknown.code());
        assertEquals("/input/scriptTemplateId", pointer(unknown, 0));
        assertEquals("/input/agentIds/1", pointer(unknown, 1));
        Answer paused = create(input().add("name", unique("X"))
                .add("agentIds", Json.createArrayBuilder().add(Demo.agent(7).toString())));
        assertEquals("invalid_state", paused.code());
        Answer draft = create(
                input().add("name", unique("X")).add("scriptTemplateId", "50000001-0000-4000-8000-000000000003"));
        assertEquals("invalid_state", draft.code(), draft.body());
    }

    @Test
    void refusesATakenNameWithoutRegardToCaseAndAccents() {
        String name = unique("Été");
        JsonObject first = created(input().add("name", name));
        Answer second = create(input().add(
                        "name", " " + name.toUpperCase(java.util.Locale.ROOT).replace("É", "e")));
        assertEquals("duplicate_name", second.code(), second.body());
        JsonObject violation = second.output().getJsonArray("violations").getJsonObject(0);
        assertTrue(violation.getString("message").contains(first.getString("id")), second.body());
        String free = violation.getString("suggestion");
        assertEquals(free, created(input().add("name", free)).getString("name"));
    }

    @Test
    void refusesATakenNameWhateverBlanksSurroundIt() {
        String name = unique("Blanc");
        created(input().add("name", name));
        Answer second = create(input().add("name", "\t" + name + "\n"));
        assertEquals("duplicate_name", second.code(), second.body());
    }

    @Test
    void givesANameToOneOfManyAtOnce() throws Exception {
        String name = unique("Course");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Answer>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(threads.submit(() -> create(input().add("name", name))));
        }
        int created = 0;
        for (Future<Answer> each : running) {
            Answer answer = each.get();
            assertTrue(answer.status() == 200 || answer.code().equals("duplicate_name"), answer.body());
            created += answer.status() == 200 ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(1, created);
    }

    @Test
    void keepsNothingOfADryRun() throws SQLException {
        String name = unique("Essai");
        Answer dry = create(input().add("name", name).add("status", "active").add("dryRun", true));
        assertEquals(200, dry.status(), dry.body());
        assertTrue(dry.output().getJsonObject("campaign").isNull("id"));
        assertEquals("campaign_empty", warning(dry, 0));
        assertEquals(0L, Database.value("select count(*) from campaign where name = ?", name));
        JsonObject next = dry.data().getJsonArray("nextActions").getJsonObject(0);
        assertEquals(
                200,
                api.tool("create_outbound_campaign", Demo.ORGANIZATION, next.getJsonObject("suggestedInput"))
                        .status());
        assertEquals(1L, Database.value("select count(*) from campaign where name = ?", name));
    }
}
