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
        @Doc("The campaign; null only in the dry run of a creation.") @Nullable
        UUID id,

        @Doc(value = "Unique among the campaigns that are not archived.", max = 120)
        String name,

        @Doc(value = "What it is about.", max = 2000) @Nullable
        String description,

        @Doc("Where it stands in its life cycle.") CampaignStatus status,
        @Doc("The call script its agents read.") @Nullable Reference scriptTemplate,
        @Doc("The form they fill in.") @Nullable Reference qualificationTemplate,

        @Doc("First day of calling, in the campaign's time zone.") @Nullable
        LocalDate startsOn,

        @Doc("Last day of calling, in the campaign's time zone.") @Nullable
        LocalDate endsOn,

        @Doc(value = "IANA time zone.", max = 200) String timezone,

        @Doc(value = "When its contacts are called; empty: at any time.", max = 20)
        List<CallingWindow> callingWindows,

        @Doc("Whom it calls.") Audience audience,

        @Doc("What allows calling consumers; null for businesses.") @Nullable
        LegalBasis legalBasis,

        @Doc("Calls to one contact before it is given up.") int maxAttempts,
        @Doc("Minutes between two calls to one contact.") int retryDelayMinutes,
        @Doc("Higher comes first.") int priority,
        @Doc(value = "Labels.", max = 20, itemMax = 200) List<String> tags,

        @Doc("Grows by one with each change; send it as expectedVersion.")
        int version,

        @Doc(value = "Who made it: the subject of a token, or what the loader said.", max = 200) @Nullable
        String createdBy,

        @Doc("When it was made.") Instant createdAt,
        @Doc("When it was last changed.") Instant updatedAt) {

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
