package org.crmagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The server says that it is well, without a token. */
class HealthIT extends OverHttp {
    @Test
    void isUp() {
        Answer answer = api.health("");
        assertEquals(200, answer.status());
        assertEquals("UP", answer.envelope().getString("status"));
    }
}
