package org.crmagent.mcp;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.crmagent.it.Answer;

/** Errors of the protocol as they go out. */
final class Errors {
    private Errors() {}

    /** Of a message whose id was not read. */
    static Answer of(ProtocolError error) {
        var answer = error.answer(null);
        return new Answer(
                answer.status(),
                HttpHeaders.of(Map.of(), (name, value) -> true),
                new String(answer.body(), StandardCharsets.UTF_8));
    }

    static int code(Answer answer) {
        return answer.envelope().getJsonObject("error").getInt("code");
    }

    static String message(Answer answer) {
        return answer.envelope().getJsonObject("error").getString("message");
    }
}
