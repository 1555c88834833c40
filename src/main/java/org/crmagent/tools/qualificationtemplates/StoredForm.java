package org.crmagent.tools.qualificationtemplates;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.Row;
import org.jspecify.annotations.Nullable;

/** A template as it was read. */
record StoredForm(
        UUID id, FormContent content, TemplateStatus status, int version, Instant createdAt, Instant updatedAt) {

    static StoredForm of(Row row) {
        return new StoredForm(
                row.uuid("id"),
                new FormContent(
                        row.text("name"),
                        row.textOrNull("description"),
                        QualificationField.read(row.json("fields").asJsonArray())),
                row.constant("status", TemplateStatus.class),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    List<QualificationField> fields() {
        return content.fields();
    }

    /** As answers show it, with its fields. */
    QualificationTemplateView view() {
        return view(id, Optional.of(QualificationField.write(fields()).getValuesAs(JsonObject.class)));
    }

    /** As answers show it where the fields are not asked for. */
    QualificationTemplateView withoutFields() {
        return view(id, Optional.empty());
    }

    /** As the dry run of a creation shows it. */
    QualificationTemplateView withoutId() {
        return view(null, view().fields());
    }

    private QualificationTemplateView view(@Nullable UUID shown, Optional<List<JsonObject>> fields) {
        return new QualificationTemplateView(
                shown,
                content.name(),
                content.description(),
                status,
                content.fields().size(),
                fields,
                version,
                createdAt,
                updatedAt);
    }
}
