package org.crmagent.model.qualification;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/** Fields written as JSON with single quotes for double ones. */
final class Fields {
    private Fields() {}

    static List<QualificationField> read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
            return QualificationField.read(reader.readArray());
        }
    }
}
