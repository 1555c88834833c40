package org.crmagent.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.qualification.QualificationField;
import org.jspecify.annotations.Nullable;

/** A qualification form as it is edited. Whoever changes it has locked its row, so the version is a plain column. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by the provider only
@Table(name = "qualification_template")
public class QualificationTemplate {

    @Id
    private UUID id;

    @Column(name = "organization_id", updatable = false)
    private UUID organizationId;

    private String name;

    private @Nullable String description;

    @Convert(converter = Converters.TemplateStatusWords.class)
    private TemplateStatus status;

    private String fields;

    private int version;

    @Convert(converter = Converters.Moment.class)
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Convert(converter = Converters.Moment.class)
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected QualificationTemplate() {}

    /** One without a word yet, to be {@link #write written} before it is added. */
    public QualificationTemplate(UUID organizationId, UUID id, String name, TemplateStatus status, Instant now) {
        this.organizationId = organizationId;
        this.id = id;
        this.name = name;
        this.status = status;
        this.fields = "[]";
        this.version = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Counts a change that was made. */
    public void touch(Instant now) {
        version++;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public void rename(String newName) {
        name = newName;
    }

    public void become(TemplateStatus newStatus) {
        status = newStatus;
    }

    /** Gives it other words. */
    public void write(@Nullable String newDescription, List<QualificationField> newFields) {
        description = newDescription;
        fields = QualificationField.write(newFields).toString();
    }
}
