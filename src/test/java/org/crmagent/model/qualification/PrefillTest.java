package org.crmagent.model.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmagent.tool.Violations;
import org.junit.jupiter.api.Test;

class PrefillTest {

    @Test
    void fillsWhatItUnderstandsAndTellsTheRest() {
        Map<String, String> captured = new LinkedHashMap<>();
        captured.put("area", "environ 80 m²");
        captured.put("owner", "Oui");
        captured.put("visit", "demain");
        captured.put("heating", "electricite");
        captured.put("elsewhere", "x");
        Prefill prefill = Prefill.of(Fields.ALL, captured, null);
        assertEquals(
                "{\"area\":80,\"owner\":true,\"heating\":\"Électricité\"}",
                prefill.values().toString());
        assertEquals(
                List.of("prefill_unsure", "prefill_unreadable"),
                prefill.warnings().stream().map(warning -> warning.code()).toList());
        Violations violations = new Violations();
        new ValuesCheck(Fields.ALL, null, "/values", violations).check(prefill.values());
        assertEquals(List.of(), violations.found());
    }
}
