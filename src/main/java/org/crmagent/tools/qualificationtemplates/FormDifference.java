package org.crmagent.tools.qualificationtemplates;

import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmagent.model.FieldChange;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.tool.text.Json;

/** What an update changed of a form. Of two lists of fields it tells which came, went and changed, not all of both. */
final class FormDifference {
    private FormDifference() {}

    static List<FieldChange> between(StoredTemplate<FormContent> before, StoredTemplate<FormContent> after) {
        List<FieldChange> changes = new ArrayList<>();
        FormContent old = before.content();
        FormContent now = after.content();
        FieldChange.add(changes, "name", old.name(), now.name());
        FieldChange.add(changes, "description", old.description(), now.description());
        FieldChange.add(changes, "status", before.status(), after.status());
        if (!old.fields().equals(now.fields())) {
            FieldChange.addParts(changes, "fields", count(old), byKey(old.fields()), count(now), byKey(now.fields()));
        }
        return changes;
    }

    static Map<String, QualificationField> byKey(List<QualificationField> fields) {
        Map<String, QualificationField> byKey = new LinkedHashMap<>();
        fields.forEach(field -> byKey.put(field.key(), field));
        return byKey;
    }

    private static JsonObjectBuilder count(FormContent form) {
        return Json.createObjectBuilder().add("fieldCount", form.fields().size());
    }
}
