package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.Set;
import org.crmagent.it.Answer;

/** What every refusal looks like, whoever made it. */
final class Refused {
    private Refused() {}

    /** Checks status, code, shape and headers. */
    static void as(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        JsonObject envelope = answer.envelope();
        assertEquals(Set.of("success", "data", "error", "meta"), envelope.keySet());
        assertFalse(envelope.getBoolean("success"));
        assertEquals(code, answer.code(), answer.body());
        assertFalse(envelope.getString("error").isBlank());
        assertFalse(envelope.getJsonObject("meta").getString("requestId").isBlank());
        assertTrue(
                answer.header("Content-Type").replace(" ", "").equalsIgnoreCase("application/json;charset=utf-8"),
                answer.header("Content-Type"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("no-store", answer.header("Cache-Control"));
        if (status == 401) {
            assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"), "no challenge");
        }
    }
}
