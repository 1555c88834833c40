package org.crmagent.model;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is edited. Tags and agents are sets, kept by SQL. Whoever changes it has locked its row, so the version
 * is a plain column.
 */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by the provider only
@Table(name = "campaign")
public class Campaign {

    @Id
    private UUID id;

    @Column(name = "organization_id", updatable = false)
    private UUID organizationId;

    private String name;

    private @Nullable String description;

    @Convert(converter = Converters.CampaignStatusWords.class)
    private CampaignStatus status;

    // Optional ids are text: EclipseLink reads no null as a UUID.
    @Column(name = "script_template_id")
    private @Nullable String scriptTemplateId;

    @Column(name = "qualification_template_id")
    private @Nullable String qualificationTemplateId;

    @Column(name = "starts_on")
    private @Nullable LocalDate startsOn;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    private String timezone;

    @Column(name = "calling_windows")
    private String callingWindows;

    @Convert(converter = Converters.AudienceWords.class)
    private Audience audience;

    @Convert(converter = Converters.LegalBasisWords.class)
    @Column(name = "legal_basis")
    private @Nullable LegalBasis legalBasis;

    @Column(name = "max_attempts")
    private int maxAttempts;

    @Column(name = "retry_delay_minutes")
    private int retryDelayMinutes;

    private int priority;

    private int version;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Convert(converter = Converters.Moment.class)
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Convert(converter = Converters.Moment.class)
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Campaign() {}

    /** A draft with the contract's defaults. */
    public Campaign(UUID organizationId, UUID id, String name, String createdBy, Instant now) {
        this.organizationId = organizationId;
        this.id = id;
        this.name = name;
        this.status = CampaignStatus.DRAFT;
        this.timezone = "Europe/Paris";
        this.callingWindows = "[]";
        this.audience = Audience.BUSINESS;
        this.maxAttempts = 5;
        this.retryDelayMinutes = 1440;
        this.version = 1;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Counts a change that was made. */
    public void touch(Instant now) {
        version++;
        updatedAt = now;
    }

    public CampaignStatus status() {
        return status;
    }

    public @Nullable UUID scriptTemplateId() {
        return scriptTemplateId == null ? null : UUID.fromString(scriptTemplateId);
    }

    public @Nullable UUID qualificationTemplateId() {
        return qualificationTemplateId == null ? null : UUID.fromString(qualificationTemplateId);
    }

    public @Nullable LocalDate startsOn() {
        return startsOn;
    }

    public @Nullable LocalDate endsOn() {
        return endsOn;
    }

    public Audience audience() {
        return audience;
    }

    public @Nullable LegalBasis legalBasis() {
        return legalBasis;
    }

    public void rename(String newName) {
        name = newName;
    }

    public void describe(@Nullable String newDescription) {
        description = newDescription;
    }

    public void become(CampaignStatus newStatus) {
        status = newStatus;
    }

    public void useTemplates(@Nullable UUID script, @Nullable UUID qualification) {
        scriptTemplateId = script == null ? null : script.toString();
        qualificationTemplateId = qualification == null ? null : qualification.toString();
    }

    public void run(@Nullable LocalDate first, @Nullable LocalDate last, String zone) {
        startsOn = first;
        endsOn = last;
        timezone = zone;
    }

    public String timezone() {
        return timezone;
    }

    public void callWithin(List<CallingWindow> windows) {
        callingWindows = CallingWindow.write(windows);
    }

    public void address(Audience whom, @Nullable LegalBasis basis) {
        audience = whom;
        legalBasis = basis;
    }

    public void limitAttempts(@Nullable Integer attempts, @Nullable Integer delayMinutes) {
        maxAttempts = attempts == null ? maxAttempts : attempts;
        retryDelayMinutes = delayMinutes == null ? retryDelayMinutes : delayMinutes;
    }

    public void prioritize(@Nullable Integer newPriority) {
        priority = newPriority == null ? priority : newPriority;
    }
}
