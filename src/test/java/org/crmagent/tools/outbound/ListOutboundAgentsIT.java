package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Demo;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

class ListOutboundAgentsIT extends OverHttp {

    @Test
    void listsAgentsOnlyByName() {
        Answer answer = list(input());
        assertEquals(
                List.of(
                        "Amélie Laurent",
                        "Bastien Moreau",
                        "Chloé Garnier",
                        "David Nguyen",
                        "Élise Payet",
                        "Farid Haddad",
                        "Gaëlle Leroux",
                        "Hugo Bernard"),
                names(answer));
        assertEquals(8, answer.envelope().getJsonObject("meta").getInt("total"));
        assertFalse(agents(answer).getJsonObject(0).containsKey("timezone"));
    }

    @Test
    void searchesWithoutRegardToCaseAndAccents() {
        assertEquals(List.of("Élise Payet"), names(list(input().add("search", "ELISE"))));
        assertEquals(List.of(), names(list(input().add("search", "%"))));
    }

    @Test
    void filtersByStatusAndCampaign() {
        assertEquals(
                List.of("Gaëlle Leroux"),
                names(list(input().add("statuses", Json.createArrayBuilder().add("paused")))));
        assertEquals(
                6,
                names(list(input().add("campaignId", Demo.campaign(1).toString())))
                        .size());
        Answer unknown = list(input().add("campaignId", UUID.randomUUID().toString()));
        assertEquals("not_found", unknown.code());
        assertEquals(
                "/input/campaignId",
                unknown.output().getJsonArray("violations").getJsonObject(0).getString("pointer"));
    }

    @Test
    void pages() {
        Answer answer = list(input().add("perPage", 3).add("page", 3).add("detail", "full"));
        assertEquals(List.of("Gaëlle Leroux", "Hugo Bernard"), names(answer));
        assertEquals(3, answer.envelope().getJsonObject("meta").getInt("totalPages"));
        assertEquals("Europe/Paris", agents(answer).getJsonObject(0).getString("timezone"));
        assertEquals(
                "validation_failed",
                list(input().add("perPage", 51).add("detail", "full")).code());
    }

    @Test
    void tellsWorkloads() {
        JsonArray loads = api.tool("bulk_get_agent_workloads", Demo.ORGANIZATION, JsonObject.EMPTY_JSON_OBJECT)
                .output()
                .getJsonArray("agents");
        JsonArray listed = agents(list(input().add("includeWorkload", true)
                .add("statuses", Json.createArrayBuilder().add("active"))));
        assertEquals(
                loads,
                listed.stream()
                        .map(agent -> agent.asJsonObject().get("workload"))
                        .toList());
        assertTrue(loads.getJsonObject(0).getInt("assignedOpen") > 0);
    }

    private static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    private Answer list(JsonObjectBuilder input) {
        return api.tool("list_outbound_agents", Demo.ORGANIZATION, input.build());
    }

    private static JsonArray agents(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("agents");
    }

    private static List<String> names(Answer answer) {
        return agents(answer).getValuesAs(agent -> agent.asJsonObject().getString("fullName"));
    }
}
