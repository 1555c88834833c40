package org.crmagent.tools.outbound;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.Audience;
import org.crmagent.model.CallingWindow;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.LegalBasis;
import org.crmagent.model.calling.CallingCampaign;
import org.crmagent.store.Row;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** A campaign with all its columns. */
public record CampaignView(
        @Doc("Null only in a dry run that would make it.") @Nullable
        UUID id,

        @Doc(value = "Name.", max = 120) String name,

        @Doc(value = "Purpose.", max = 2000) @Nullable String description,

        @Doc("In its life cycle.") CampaignStatus status,
        @Doc("Its call script.") @Nullable Reference scriptTemplate,
        @Doc("Its form.") @Nullable Reference qualificationTemplate,

        @Doc("First day of calling.") @Nullable LocalDate startsOn,

        @Doc("Last day of calling.") @Nullable LocalDate endsOn,

        @Doc(value = "IANA zone.", max = 200) String timezone,

        @Doc(value = "Times of calling; empty: any.", max = 20)
        List<CallingWindow> callingWindows,

        @Doc("Whom it calls.") Audience audience,

        @Doc("Of calls to consumers.") @Nullable LegalBasis legalBasis,

        @Doc("Most calls to one contact.") int maxAttempts,
        @Doc("Minutes between them.") int retryDelayMinutes,
        @Doc("Higher comes first.") int priority,
        @Doc(value = "Labels.", max = 20, itemMax = 200) List<String> tags,

        @Doc("For expectedVersion.") int version,

        @Doc(value = "Who made it.", max = 200) @Nullable String createdBy,

        @Doc("When made.") Instant createdAt,
        @Doc("Last change.") Instant updatedAt) {

    /** What decides whether its contacts are callable. */
    CallingCampaign calling() {
        return new CallingCampaign(
                status,
                startsOn,
                endsOn,
                timezone,
                callingWindows,
                audience,
                legalBasis,
                maxAttempts,
                retryDelayMinutes);
    }

    static CampaignView of(Row row) {
        return new CampaignView(
                row.uuid("id"),
                row.text("name"),
                row.textOrNull("description"),
                row.constant("status", CampaignStatus.class),
                Reference.of(row, "script_template_id", "script_name"),
                Reference.of(row, "qualification_template_id", "qualification_name"),
                row.dateOrNull("starts_on"),
                row.dateOrNull("ends_on"),
                row.text("timezone"),
                CallingWindow.read(row.json("calling_windows").asJsonArray()),
                row.constant("audience", Audience.class),
                row.constantOrNull("legal_basis", LegalBasis.class),
                row.integer("max_attempts"),
                row.integer("retry_delay_minutes"),
                row.integer("priority"),
                row.texts("tags"),
                row.integer("version"),
                row.cellOrNull("created_by"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    /** The id of a campaign that was read. */
    UUID storedId() {
        if (id == null) {
            throw new IllegalStateException("a stored campaign has an id");
        }
        return id;
    }

    /** As the dry run of a creation shows it. */
    CampaignView withoutId() {
        return new CampaignView(
                null,
                name,
                description,
                status,
                scriptTemplate,
                qualificationTemplate,
                startsOn,
                endsOn,
                timezone,
                callingWindows,
                audience,
                legalBasis,
                maxAttempts,
                retryDelayMinutes,
                priority,
                tags,
                version,
                createdBy,
                createdAt,
                updatedAt);
    }
}
