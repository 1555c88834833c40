package org.crmagent.run;

import static org.crmagent.it.JsonText.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class ReferenceAiTest {

    @Test
    void readsCapturesAndAnswersByTheNamesOfFields() {
        JsonObject answer = ReferenceAi.answer(json("""
                {"selectedPath": [{"stepId": "note", "type": "question", "text": "?", "answer": "Chien méchant"},
                                  {"stepId": "owner", "type": "yesno", "text": "?", "answer": "Non"}],
                 "captured": {"owner": "Oui", "age": "environ 12,5 ans", "heat": "Gaz", "area": "900", "mail": "jamais",
                              "visit": "2027-02-30", "call": "2027-02-28"},
                 "valuesSchema": {"properties": {
                   "owner": {"type": ["boolean", "null"]}, "age": {"type": ["number", "null"]},
                   "heat": {"type": ["string", "null"], "enum": ["Gaz", "Fioul", null]}, "area": {"type": "number", "maximum": 500},
                   "visit": {"type": "string", "format": "date"}, "call": {"type": "string", "format": "date"},
                   "mail": {"type": "string", "pattern": "@"}, "note": {"type": "string", "maxLength": 500},
                   "unasked": {"type": "string"}}}}"""));
        assertEquals(
                json(
                        "{\"values\": {\"owner\": true, \"age\": 12.5, \"heat\": \"Gaz\", \"note\": \"Chien méchant\", \"call\": \"2027-02-28\"}}"),
                answer);
    }
}
