package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Demo;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members that stand beside {@code input} instead of in it, or the other way round. */
class MisplacedIT extends OverHttp {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'input': {'organizationId': 'ORG', 'page': 2}}|/organizationId|required",
                "{'organizationId': 'ORG', 'input': {'organizationId': 'ORG', 'page': 2}}|/input/organizationId|unknown_member",
                "{'organizationId': 'ORG', 'input': {'page': 2, 'reason': 'why'}}|/input/reason|unknown_member",
                "{'organizationId': 'ORG', 'input': {'page': 2, 'requestId': 'r-1'}}|/input/requestId|unknown_member",
                "{'organizationId': 'ORG', 'page': 2, 'input': {}}|/page|unknown_member",
                "{'input': {'organizationId': 'ORG', 'reason': 'why'}, 'page': 2}|/page|unknown_member"
            })
    void leadsToTheCallWithEachAtItsPlace(String body, String pointer, String code) {
        Answer answer = list(body);
        assertEquals("validation_failed", answer.code(), answer.body());
        JsonObject violation = answer.output().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("pointer").equals(pointer))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.body()));
        assertEquals(code, violation.getString("code"));
        assertTrue(violation.getString("message").endsWith("move it there"), answer.body());
        JsonObject next = answer.data().getJsonArray("nextActions").getJsonObject(0);
        assertEquals(Demo.ORGANIZATION.toString(), next.getString("organizationId"));
        assertEquals("{\"page\":2}", next.getJsonObject("suggestedInput").toString());
    }

    /** Two organizations are named: nobody can tell which is meant. */
    @Test
    void leavesContradictionsToTheCaller() {
        Answer answer = list("{'organizationId': 'ORG', 'input': {'organizationId': '" + UUID.randomUUID() + "'}}");
        assertEquals("validation_failed", answer.code(), answer.body());
        assertEquals(List.of(), answer.data().getJsonArray("nextActions"));
    }

    /** It is a member of this tool's own input. */
    @Test
    void knowsToolsThatTakeSuchAMember() {
        Answer answer = api.tool(
                "crm_resolve_workspace",
                Json.createObjectBuilder()
                        .add("input", Json.createObjectBuilder().add("organizationId", Demo.ORGANIZATION.toString()))
                        .build());
        assertEquals(200, answer.status(), answer.body());
    }

    private Answer list(String body) {
        String json = body.replace('\'', '"').replace("ORG", Demo.ORGANIZATION.toString());
        return api.tool(
                "list_campaigns", Json.createReader(new StringReader(json)).readObject());
    }
}
