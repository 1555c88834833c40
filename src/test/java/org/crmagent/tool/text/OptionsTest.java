package org.crmagent.tool.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void tellsFewWhole() {
        assertEquals("\"Gaz\", \"Fioul\"", Options.told(List.of("Gaz", "Fioul")));
        assertEquals('"' + "x".repeat(40) + '"', Options.told(List.of("x".repeat(40))));
    }

    @Test
    void boundsManyAndLong() {
        assertEquals('"' + "🚲".repeat(40) + "…\"", Options.told(List.of("🚲".repeat(41))));
        assertEquals("\"x\", ".repeat(11) + "\"x\"", Options.told(Collections.nCopies(12, "x")));
        assertTrue(Options.told(Collections.nCopies(13, "x")).endsWith("\"x\", … (13 in all)"));
    }
}
