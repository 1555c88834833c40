package org.crmagent.tools.scriptexecutions;

import static org.crmagent.it.JsonText.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.crmagent.it.Answer;
import org.crmagent.run.ReferenceAi;
import org.crmagent.schema.Checker;
import org.junit.jupiter.api.Test;

/** What an AI server is told, and that it may answer as the reference server does. */
class AutoQualifyQuestionIT extends AutoQualifyCalls {
    @Test
    void tellsThePathTheCapturesAndTheSchemaAndNothingElse() throws Exception {
        upserted(here().add("responses", responses("age", "40", "owner", "Non")));
        upsert(asking("owner", "Oui", "heating", "Gaz"));
        JsonObject question = ai.questions().get(0);
        assertEquals(List.of(), schema("question").check(question, ""));
        assertEquals(List.of("hello", "owner", "heating", "area", "bye"), path(question));
        assertEquals(
                "{\"proprietaire\":\"Oui\",\"chauffage\":\"Gaz\"}",
                question.getJsonObject("captured").toString());
        assertEquals(
                Set.of("owner", "heating", "age", "note"),
                question.getJsonObject("valuesSchema")
                        .getJsonObject("properties")
                        .keySet());
        for (String secret :
                List.of("40", "Dommage", "Ève", contact.toString(), campaign.toString(), workspace.id.toString())) {
            assertFalse(question.toString().replace("4000", "").contains("\"" + secret), secret + " in " + question);
        }
        String head = ai.heads().get(0);
        assertTrue(head.startsWith("POST /qualify?model=small HTTP/1.1"), head);
        assertTrue(head.contains("Bearer sesame"), head);
        assertTrue(head.toLowerCase(java.util.Locale.ROOT).contains("content-type: application/json"), head);
    }

    @Test
    void passesAValidTraceOn() {
        String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        tracedCall(parent, "rojo=1");
        String head = ai.heads().get(0).toLowerCase(java.util.Locale.ROOT);
        assertTrue(head.contains("\r\ntraceparent: " + parent + "\r\n"), head);
        assertTrue(head.contains("\r\ntracestate: rojo=1\r\n"), head);
        tracedCall(parent.replace("4736-", "4736"), "rojo=1");
        assertFalse(
                ai.heads().get(1).toLowerCase(java.util.Locale.ROOT).contains("\r\ntrace"),
                ai.heads().get(1));
    }

    private void tracedCall(String parent, String state) {
        String body = input().add("organizationId", workspace.id.toString())
                .add("input", asking("owner", "Oui"))
                .build()
                .toString();
        assertEquals(
                200,
                caller().send(caller().request("tools/upsert_script_execution")
                                .header("Content-Type", "application/json")
                                .header("traceparent", parent)
                                .header("tracestate", state)
                                .POST(BodyPublishers.ofString(body)))
                        .status());
    }

    /** The server of the demonstration keeps to the documented contract. */
    @Test
    void takesWhatTheReferenceServerAnswers() throws Exception {
        upserted(asking("owner", "Oui", "heating", "Fioul", "age", "bientôt 12 ans"));
        JsonObject question = ai.questions().get(0);
        try (ReferenceAi reference = ReferenceAi.start()) {
            var request = HttpRequest.newBuilder(URI.create(reference.url()))
                    .POST(BodyPublishers.ofString(question.toString()));
            var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            assertEquals(List.of(), schema("answer").check(json(response.body()), ""));
            ai.does(AiDouble.says(response.body()));
        }
        upserted(asking());
        assertEquals(
                json("{\"owner\": true, \"heating\": \"Fioul\", \"age\": 12}"),
                json(stored().get("values").toString()));
    }

    private static Checker schema(String of) throws IOException {
        Path file = Path.of(System.getProperty("crm.checkout"), "docs/reference/auto-qualify-" + of + ".schema.json");
        return Checker.of(json(Files.readString(file)));
    }

    @Test
    void asksOnceForOneRequest() {
        String body = Json.createObjectBuilder()
                .add("organizationId", workspace.id.toString())
                .add("requestId", "once")
                .add("input", asking("owner", "Oui"))
                .build()
                .toString();
        Answer first = caller().tool("upsert_script_execution", body);
        Answer replay = caller().tool("upsert_script_execution", body);
        assertEquals(first.body(), replay.body());
        assertEquals("true", replay.header("Idempotent-Replayed"));
        assertEquals(1, ai.questions().size());
    }
}
