package org.crmagent.tools.qualificationtemplates;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.crmagent.model.FieldChange;
import org.crmagent.model.qualification.QualificationField;

/** What an update changed of a form. Of two lists of fields it tells which came, went and changed, not all of both. */
final class FormDifference {
    private FormDifference() {}

    static List<FieldChange> between(StoredForm before, StoredForm after) {
        List<FieldChange> changes = new ArrayList<>();
        FieldChange.add(
                changes, "name", before.content().name(), after.content().name());
        FieldChange.add(
                changes,
                "description",
                before.content().description(),
                after.content().description());
        FieldChange.add(changes, "status", before.status(), after.status());
        if (!before.fields().equals(after.fields())) {
            Map<String, QualificationField> old = byKey(before.fields());
            Map<String, QualificationField> now = byKey(after.fields());
            FieldChange.add(
                    changes,
                    "fields",
                    count(old)
                            .add("removed", keys(old, key -> !now.containsKey(key)))
                            .build(),
                    count(now)
                            .add("added", keys(now, key -> !old.containsKey(key)))
                            .add(
                                    "changed",
                                    keys(
                                            now,
                                            key -> old.containsKey(key)
                                                    && !old.get(key).equals(now.get(key))))
                            .build());
        }
        return changes;
    }

    static Map<String, QualificationField> byKey(List<QualificationField> fields) {
        Map<String, QualificationField> byKey = new LinkedHashMap<>();
        fields.forEach(field -> byKey.put(field.key(), field));
        return byKey;
    }

    private static JsonObjectBuilder count(Map<String, QualificationField> fields) {
        return Json.createObjectBuilder().add("fieldCount", fields.size());
    }

    private static JsonArrayBuilder keys(Map<String, QualificationField> fields, Predicate<String> chosen) {
        return Json.createArrayBuilder(fields.keySet().stream().filter(chosen).toList());
    }
}
