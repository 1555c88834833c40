package org.crmagent.tools.scriptexecutions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;

/** An AI server that answers nonsense, fails, cuts the line or never answers: executions are recorded all the same. */
class FailingAiServerIT extends AutoQualifyCalls {

    @Test
    void recordsAllTheSameWhateverTheServerDoes() throws SQLException {
        Map<String, AiDouble.Behaviour> bad = new LinkedHashMap<>();
        bad.put("no JSON", AiDouble.says("I think he is an owner."));
        bad.put("no object", AiDouble.says("[1]"));
        bad.put("nothing", AiDouble.says(""));
        bad.put("no values", AiDouble.says("{\"owner\": true}"));
        bad.put("values no object", AiDouble.says("{\"values\": [true]}"));
        bad.put("twice the same", AiDouble.says("{\"values\": {\"age\": 1}, \"values\": {\"age\": 2}}"));
        bad.put("wrong type", AiDouble.says("{\"values\": {\"owner\": \"Oui\"}}"));
        bad.put("out of range", AiDouble.says("{\"values\": {\"age\": 91}}"));
        bad.put("beyond numbers", AiDouble.says("{\"values\": {\"age\": 1e999999}}"));
        bad.put("unknown field", AiDouble.says("{\"values\": {\"wealth\": 1}}"));
        bad.put("NUL", AiDouble.says("{\"values\": {\"note\": \"a\\u0000b\"}}"));
        bad.put("half a character", AiDouble.says("{\"values\": {\"note\": \"\\ud800\"}}"));
        bad.put("too deep", AiDouble.says("{\"values\": " + "[".repeat(5000) + "]".repeat(5000) + "}"));
        bad.put("too large", AiDouble.says("{\"values\": {}, \"x\": \"" + "x".repeat(300_000) + "\"}"));
        bad.put("500", AiDouble.says(500, GOOD));
        bad.put("404", AiDouble.says(404, GOOD));
        bad.put(
                "redirect",
                out -> out.write(("HTTP/1.1 307 Temporary\r\nLocation: " + ai.url() + "\r\nContent-Length: 0\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));
        bad.put("cut", AiDouble.cuts());
        bad.put("cut at once", out -> {});
        bad.put("no HTTP", out -> out.write("hello".getBytes(StandardCharsets.US_ASCII)));
        bad.put("drips", AiDouble.drips());
        bad.put("silent", ai.isSilent());
        Set<String> again = Set.of("500", "cut", "cut at once", "no HTTP", "drips", "silent");
        for (Map.Entry<String, AiDouble.Behaviour> each : bad.entrySet()) {
            heal();
            contact = contact();
            ai.does(each.getValue());
            Answer answer = upsert(asking("owner", "Oui"));
            assertEquals(List.of("auto_qualify_unavailable"), answer.warnings(), each.getKey());
            assertTrue(answer.output().isNull("qualificationId"));
            assertEquals(
                    "heating", output(get(here())).getJsonObject("nextStep").getString("stepId"));
            assertEquals(
                    0,
                    workspace.count(
                            "select count(*) from qualification where organization_id = :org and contact_id = ?",
                            contact),
                    each.getKey());
            if (again.contains(each.getKey())) {
                assertTrue(
                        ai.questions().size() >= 2,
                        each.getKey() + " was asked " + ai.questions().size() + " times");
            } else {
                assertEquals(1, ai.questions().size(), each.getKey());
            }
        }
        heal();
    }

    @Test
    void triesOnceMore() {
        ai.does(out ->
                AiDouble.says(ai.questions().size() == 1 ? 503 : 200, GOOD).answer(out));
        assertEquals(List.of(), upsert(asking("owner", "Oui")).warnings());
        assertEquals(2, ai.questions().size());
    }

    @Test
    void leavesAServerAloneThatKeepsFailing() throws Exception {
        heal();
        ai.does(AiDouble.says(500, ""));
        for (int i = 0; i < 5; i++) {
            contact = contact();
            upsert(asking("owner", "Oui"));
        }
        ai.does(AiDouble.says(GOOD));
        contact = contact();
        Answer paused = upsert(asking("owner", "Oui"));
        assertEquals(List.of("auto_qualify_unavailable"), paused.warnings());
        assertTrue(paused.body().contains("left alone"), paused.body());
        assertEquals(List.of(), ai.questions());
        Thread.sleep(PAUSE.toMillis());
        contact = contact();
        assertEquals(List.of(), upsert(asking("owner", "Oui")).warnings());
    }

    /** A good answer ends a row of failures. */
    private void heal() throws SQLException {
        UUID current = contact;
        contact = contact();
        ai.does(AiDouble.says(GOOD));
        upserted(asking("owner", "Oui"));
        contact = current;
    }
}
