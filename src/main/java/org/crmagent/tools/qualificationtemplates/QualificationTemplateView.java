package org.crmagent.tools.qualificationtemplates;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** A qualification form with all its columns. */
public record QualificationTemplateView(
        @Doc("The template; null only in the dry run of a creation.") @Nullable
        UUID id,

        @Doc(value = "Unique among the qualification templates that are not archived.", max = 120)
        String name,

        @Doc(value = "What it is for.", max = 2000) @Nullable
        String description,

        @Doc("Only a published one can be attached.") TemplateStatus status,
        @Doc("Fields of the form.") int fieldCount,

        @Doc(value = "The fields, as create_qualification_template takes them.", max = 5000)
        Optional<List<JsonObject>> fields,

        @Doc("Grows by one with each change; send it as expectedVersion.")
        int version,

        @Doc("When it was made.") Instant createdAt,
        @Doc("When it was last changed.") Instant updatedAt) {

    /** With the id and the fields where they are to be shown. */
    static QualificationTemplateView of(@Nullable UUID id, StoredTemplate<FormContent> form, boolean fields) {
        FormContent content = form.content();
        return new QualificationTemplateView(
                id,
                content.name(),
                content.description(),
                form.status(),
                content.fields().size(),
                fields ? Optional.of(content.parts().getValuesAs(JsonObject.class)) : Optional.empty(),
                form.version(),
                form.createdAt(),
                form.updatedAt());
    }
}
