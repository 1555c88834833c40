package org.crmagent.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A template as it is edited. Whoever changes it has locked its row, so the version is a plain column. */
@MappedSuperclass
@SuppressWarnings("UnusedVariable") // some columns are read by the provider only
public abstract class Template<C extends TemplateContent> {

    @Id
    private UUID id;

    @Column(name = "organization_id", updatable = false)
    private UUID organizationId;

    private String name;

    private @Nullable String description;

    @Convert(converter = Converters.TemplateStatusWords.class)
    private TemplateStatus status;

    private int version;

    @Convert(converter = Converters.Moment.class)
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Convert(converter = Converters.Moment.class)
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Template() {}

    /** One whose parts the subclass writes. */
    protected Template(UUID organizationId, UUID id, C content, TemplateStatus status, Instant now) {
        this.organizationId = organizationId;
        this.id = id;
        this.name = content.name();
        this.description = content.description();
        this.status = status;
        this.version = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Writes what only its kind has. */
    protected abstract void writeParts(C content);

    /** Gives it other words. */
    public void write(C content) {
        name = content.name();
        description = content.description();
        writeParts(content);
    }

    public void rename(String newName) {
        name = newName;
    }

    public void become(TemplateStatus newStatus) {
        status = newStatus;
    }

    /** Counts a change that was made. */
    public void touch(Instant now) {
        version++;
        updatedAt = now;
    }
}
