package org.crmagent.model.script;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/** Scripts to test with. */
final class Scripts {
    /** Two yes/no answers, three ways of heating, four captures. */
    static final String HEATING = """
            [{"id": "hello", "type": "instruction", "text": "Bonjour."},
             {"id": "owner", "type": "yesno", "text": "Êtes-vous propriétaire ?", "captureKey": "owner", "required": true,
              "branches": [
               {"label": "Oui", "steps": [
                 {"id": "heating", "type": "select", "text": "Comment vous chauffez-vous ?", "captureKey": "heating",
                  "required": true, "options": ["Gaz", "Fioul", "Bois"], "branches": [
                   {"label": "Gaz", "steps": []},
                   {"label": "Fioul", "steps": [
                     {"id": "age", "type": "question", "text": "Quel âge a la chaudière ?", "captureKey": "age",
                      "required": true}]},
                   {"label": "Bois", "steps": []}]},
                 {"id": "area", "type": "question", "text": "Quelle surface ?", "captureKey": "area"}]},
               {"label": "Non", "steps": []}]},
             {"id": "bye", "type": "instruction", "text": "Merci."}]
            """;

    private Scripts() {}

    static List<ScriptStep> read(String steps) {
        try (JsonReader reader = Json.createReader(new StringReader(steps))) {
            return ScriptStep.read(reader.readArray());
        }
    }
}
