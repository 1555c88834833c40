package org.crmagent.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;

/** A qualification form as it is edited. */
@Entity
@SuppressWarnings("UnusedVariable") // columns are read by the provider only
@Table(name = "qualification_template")
public class QualificationTemplate extends Template<FormContent> {

    private String fields;

    protected QualificationTemplate() {}

    /** A new one. */
    public QualificationTemplate(
            UUID organizationId, UUID id, FormContent content, TemplateStatus status, Instant now) {
        super(organizationId, id, content, status, now);
        fields = QualificationField.write(content.fields()).toString();
    }

    @Override
    protected void writeParts(FormContent content) {
        fields = QualificationField.write(content.fields()).toString();
    }
}
