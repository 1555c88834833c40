package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.UUID;
import org.crmagent.catalogue.Entry;
import org.crmagent.contract.Tools;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.crmagent.it.JsonText;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.model.qualification.SecondOpinion;
import org.crmagent.run.DemoData;
import org.crmagent.run.Login;
import org.crmagent.run.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Through either door a call is the same call: every published example, on a node with demonstration data of its own. */
class ParityIT extends OverHttp {
    private static final String WHAT_DIFFERS = "\"(requestId|previewToken)\":\"[^\"]*\"|\"durationMs\":\\d+";

    /** What a change is dated with. */
    private static final String TIME = "\"\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\"";

    private static Server node;
    private static Api http;
    private static Mcp mcp;

    @BeforeAll
    static void start() throws Exception {
        Login database = Database.another("parity");
        node = Surroundings.node(
                "parity",
                database,
                Map.of(
                        "CRM_MCP_ENABLED", "true",
                        "CRM_MCP_ALLOWED_HOSTS", "127.0.0.1",
                        "CRM_MCP_ALLOWED_ORIGINS", "https://console.example, https://other.example"));
        node.awaitReady();
        DemoData.load(database);
        http = new Api(node);
        mcp = new Mcp(http);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void givesTheSameResults() {
        for (Entry<?, ?> entry : Tools.catalogue().entries()) {
            SecondOpinion schema = new SecondOpinion(ToolList.tool(entry).getJsonObject("outputSchema"));
            for (JsonObject example : entry.examples()) {
                if (entry.mutates()) {
                    same(entry, schema, with(example, "dryRun", true));
                    JsonObject applied = with(example, "dryRun", false);
                    applies(entry, schema, entry.spec().confirm() ? with(applied, "confirm", true) : applied);
                } else {
                    same(entry, schema, example);
                }
            }
            JsonObject wrong = with(entry.examples().get(0), "no_such_member", true);
            assertTrue(same(entry, schema, wrong).getBoolean("isError"));
        }
    }

    @Test
    void takesTheSitesThatItIsToldOf() {
        assertEquals(200, list("https://other.example").status());
        assertEquals(403, list("https://third.example").status());
    }

    private static Answer list(String origin) {
        return mcp.send(
                mcp.post().header("MCP-Protocol-Version", Mcp.OLDER).header("Origin", origin),
                Mcp.message("tools/list", JsonText.quoted("{}")));
    }

    private static JsonObject same(Entry<?, ?> entry, SecondOpinion schema, JsonObject input) {
        JsonObject byHttp =
                said(http.tool(entry.name(), call(entry).add("input", input).build()));
        JsonObject result = mcp.call(entry.name(), arguments(entry, input).build());
        JsonObject content = result.getJsonObject("structuredContent");
        holds(schema, content);
        assertEquals(comparable(entry, byHttp), comparable(entry, content), entry.name());
        return result;
    }

    /** Done through this door, and replayed through the other. */
    private static void applies(Entry<?, ?> entry, SecondOpinion schema, JsonObject input) {
        String requestId = UUID.randomUUID().toString();
        JsonObject result = mcp.call(
                entry.name(),
                arguments(entry, input).add("requestId", requestId).build());
        assertFalse(result.getBoolean("isError"), result::toString);
        holds(schema, result.getJsonObject("structuredContent"));
        Answer replayed = http.tool(
                entry.name(),
                call(entry).add("requestId", requestId).add("input", input).build());
        assertEquals("true", replayed.header("Idempotent-Replayed"), replayed::body);
        assertEquals(said(replayed), result.getJsonObject("structuredContent"));
    }

    private static void holds(SecondOpinion schema, JsonObject content) {
        assertTrue(schema.takes(content), content::toString);
    }

    /** The data of an envelope beside its meta, with pointers as the other door has them. */
    private static JsonObject said(Answer answer) {
        JsonObject data = answer.data();
        return Json.createObjectBuilder(answer.status() == 200 ? data : Pointers.intoArguments(data))
                .add("meta", answer.envelope().getJsonObject("meta"))
                .build();
    }

    private static JsonObjectBuilder call(Entry<?, ?> entry) {
        JsonObjectBuilder call = Json.createObjectBuilder();
        return entry.spec().organization() ? call.add("organizationId", Demo.ORGANIZATION.toString()) : call;
    }

    private static JsonObjectBuilder arguments(Entry<?, ?> entry, JsonObject input) {
        return Json.createObjectBuilder(input).addAll(call(entry));
    }

    private static JsonObject with(JsonObject input, String member, boolean value) {
        return Json.createObjectBuilder(input).add(member, value).build();
    }

    private static String comparable(Entry<?, ?> entry, JsonObject answer) {
        return answer.toString().replaceAll(WHAT_DIFFERS, "").replaceAll(entry.mutates() ? TIME : "$^", "");
    }
}
