package org.crmagent.tools.qualificationtemplates;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.crmagent.model.TemplateContent;
import org.crmagent.model.qualification.QualificationField;
import org.jspecify.annotations.Nullable;

/** The words of a form. */
record FormContent(String name, @Nullable String description, List<QualificationField> fields)
        implements TemplateContent {

    @Override
    public JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", name);
        if (description != null) {
            json.add("description", description);
        }
        return json.add("fields", QualificationField.write(fields)).build();
    }
}
