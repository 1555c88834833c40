package org.crmagent.contract;

import static org.crmagent.it.JsonText.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.catalogue.Catalogue;
import org.crmagent.catalogue.Entry;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.DemoData;
import org.crmagent.run.Login;
import org.crmagent.run.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs every published example, on a node with demonstration data of its own, because the writes are applied. */
class EveryExampleIT extends OverHttp {
    private static final String WHAT_ONLY_A_RUN_MAKES =
            ",\"previewToken\":\"[^\"]*\"|\"(id|templateId)\":(null|\"[^\"]*\")|\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*Z\"";

    private static Server node;
    private static Calls calls;

    private final Catalogue catalogue = Tools.catalogue();

    @BeforeAll
    static void start() throws Exception {
        Login database = Database.another("contract");
        node = Surroundings.node("contract", database, Map.of());
        node.awaitReady();
        DemoData.load(database);
        calls = new Calls(new Api(node));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void runsAndLeadsOn() {
        for (Entry<?, ?> entry : catalogue.entries()) {
            for (JsonObject example : entry.examples()) {
                runs(entry, example);
            }
        }
    }

    @Test
    void keepsPagesSmall() {
        for (Entry<?, ?> entry : catalogue.entries()) {
            JsonObject members = entry.inputSchema().getJsonObject("properties");
            if (members.containsKey("perPage")) {
                List.of("{}", "{\"perPage\": 100}", "{\"perPage\": 50, \"detail\": \"full\"}")
                        .forEach(input -> holds(entry, json(input)));
            }
        }
    }

    private void runs(Entry<?, ?> entry, JsonObject example) {
        if (!entry.mutates()) {
            leadsOn(holds(entry, example));
            return;
        }
        Answer preview = holds(entry, Calls.harmless(entry, example));
        leadsOn(preview);
        Answer run = holds(entry, applied(entry, example));
        assertEquals(figures(preview), figures(run));
        leadsOn(run);
    }

    private static JsonObject applied(Entry<?, ?> entry, JsonObject example) {
        var input = Json.createObjectBuilder(example).add("dryRun", JsonValue.FALSE);
        return (entry.spec().confirm() ? input.add("confirm", true) : input).build();
    }

    private static Answer holds(Entry<?, ?> entry, JsonObject input) {
        Answer answer = calls.run(entry, input);
        Calls.holdsTheContract(entry, input, answer);
        return answer;
    }

    private void leadsOn(Answer answer) {
        for (JsonObject action : answer.data().getJsonArray("nextActions").getValuesAs(JsonObject.class)) {
            Entry<?, ?> entry = catalogue
                    .find(action.getString("toolName"))
                    .orElseThrow(() -> new AssertionError("no such tool: " + action));
            assertTrue(action.containsKey("organizationId") && action.containsKey("reason"), action::toString);
            assertEquals(List.of(), entry.broken(action.getJsonObject("suggestedInput")), action::toString);
            JsonObject input = Calls.harmless(entry, action.getJsonObject("suggestedInput"));
            UUID organization = entry.spec().organization()
                    ? UUID.fromString(action.getString("organizationId"))
                    : Demo.ORGANIZATION;
            Calls.holdsTheContract(entry, input, calls.run(entry, organization, input));
        }
    }

    /** The answer without the ids and times that a dry run can't know. */
    private static String figures(Answer answer) {
        return answer.output().toString().replaceAll(WHAT_ONLY_A_RUN_MAKES, "")
                + answer.data().getJsonArray("warnings").toString().replaceAll("\"resourceId\":[^}]*", "");
    }
}
