package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Demo;
import org.crmagent.it.OverHttp;

/** Calls of the tools that change campaigns, with campaigns that only the test has. */
abstract class CampaignCalls extends OverHttp {

    protected static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    protected static String unique(String name) {
        return name + " " + UUID.randomUUID();
    }

    protected Answer create(JsonObjectBuilder input) {
        return api.tool("create_outbound_campaign", Demo.ORGANIZATION, input.build());
    }

    protected JsonObject created(JsonObjectBuilder input) {
        Answer answer = create(input);
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonObject("campaign");
    }

    protected Answer update(String id, JsonObjectBuilder input) {
        return api.tool(
                "update_outbound_campaign",
                Demo.ORGANIZATION,
                input.add("campaignId", id).build());
    }

    protected static String warning(Answer answer, int index) {
        return answer.data().getJsonArray("warnings").getJsonObject(index).getString("code");
    }

    protected static String pointer(Answer answer, int index) {
        return answer.output().getJsonArray("violations").getJsonObject(index).getString("pointer");
    }

    /** The id of a new campaign. */
    protected String campaign() {
        return created(input().add("name", unique("Mise à jour"))).getString("id");
    }

    protected static JsonArrayBuilder list(String... ids) {
        return Json.createArrayBuilder(List.of(ids));
    }

    /** The fields that an update tells of as changed. */
    protected static List<String> fields(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.output().getJsonArray("changes").getValuesAs(change -> ((JsonObject) change).getString("field"));
    }
}
