package org.crmagent.model.qualification;

import jakarta.json.JsonArray;
import java.util.List;
import org.crmagent.model.TemplateContent;
import org.jspecify.annotations.Nullable;

/** The words of a qualification form. */
public record FormContent(String name, @Nullable String description, List<QualificationField> fields)
        implements TemplateContent {

    /** What documents of qualification forms say that they are. */
    public static final String FORMAT = "crm-agent/qualification-template";

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String partsMember() {
        return "fields";
    }

    @Override
    public JsonArray parts() {
        return QualificationField.write(fields);
    }
}
