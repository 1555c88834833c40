package org.crmagent.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonException;
import java.util.List;
import org.crmagent.it.JsonText;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;

/** What the shipped servers write beside the call log: one JSON object a line, once the script that starts them is through. */
class ServerLogIT extends OverHttp {

    @Test
    void isOneObjectALine() {
        api.capabilities("");
        List<String> lines =
                LogLines.all().stream().dropWhile(line -> !line.startsWith("{")).toList();
        assertTrue(lines.size() > 10, lines::toString);
        assertEquals(List.of(), lines.stream().filter(line -> !isObject(line)).toList());
    }

    private static boolean isObject(String line) {
        try {
            return !JsonText.json(line).isEmpty();
        } catch (JsonException other) {
            return false;
        }
    }
}
