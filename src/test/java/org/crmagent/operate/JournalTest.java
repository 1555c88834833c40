package org.crmagent.operate;

import static org.crmagent.it.JsonText.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller writes ends no line and moves no cursor, whoever reads the log. */
class JournalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"\u2028", "\u0085", "\u009b31m", "\u007f", "\u202e", "\uD83C\uDF89", "é", "\u0000", "\uD800"})
    void writesAsciiThatMeansTheSame(String text) {
        String line = Journal.ascii("{\"requestId\":\"" + text + "\"}");
        assertEquals("", line.replaceAll("[ -~]", ""));
        assertEquals(text, json(line).getString("requestId"));
    }

    @Test
    void leavesTheRestAsItIs() {
        String line = "{\"path\":\"/crm/\\\"\\n\",\"status\":200}";
        assertEquals(line, Journal.ascii(line));
    }
}
