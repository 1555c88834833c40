package org.crmagent.tools.outbound;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.Audience;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.Detail;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** One campaign; optional members come with detail full, and only where they have a value. */
public record CampaignRow(
        @Doc("The campaign.") UUID id,
        @Doc(value = "Name.", max = 120) String name,
        @Doc("Where it stands in its life cycle.") CampaignStatus status,
        @Doc("Whom it calls.") Audience audience,
        @Doc("Higher comes first.") int priority,

        @Doc("Its call script; a long name is cut.") @Nullable
        Reference scriptTemplate,

        @Doc("Its qualification form; a long name is cut.") @Nullable
        Reference qualificationTemplate,

        @Doc("How many contacts it has.") ContactCounts contactCounts,
        @Doc("Its version.") int version,
        @Doc("When it was last changed.") Instant updatedAt,

        @Doc(value = "What it is about, cut at 200 characters, and before where a page is full.", max = 200)
        Optional<String> description,

        @Doc("First day of calling.") Optional<LocalDate> startsOn,
        @Doc("Last day of calling.") Optional<LocalDate> endsOn,
        @Doc(value = "IANA time zone.", max = 200) Optional<String> timezone,

        @Doc("Calls to one contact before it is given up.") Optional<Integer> maxAttempts,

        @Doc("Minutes between two calls to one contact.") Optional<Integer> retryDelayMinutes,

        @Doc(value = "Labels; where a page is full, the first of them.", max = 20, itemMax = 200)
        Optional<List<String>> tags,

        @Doc("When it was made.") Optional<Instant> createdAt) {

    private static final int LONGEST_TEMPLATE_NAME = 30;

    /** Bytes of a full row besides description and tags. */
    private static final int FIXED = 1_500;

    /**
     * Of a row of the list.
     *
     * @param bytes what the page leaves it; description and tags take the rest
     */
    static CampaignRow of(Row row, Detail detail, int bytes) {
        RowSpace space = new RowSpace(bytes - FIXED);
        String description = row.cellOrNull("description");
        return new CampaignRow(
                row.uuid("id"),
                row.text("name"),
                row.constant("status", CampaignStatus.class),
                row.constant("audience", Audience.class),
                row.integer("priority"),
                cut(Reference.of(row, "script_template_id", "script_name")),
                cut(Reference.of(row, "qualification_template_id", "qualification_name")),
                ContactCounts.of(row),
                row.integer("version"),
                row.instant("updated_at"),
                detail.inFull(() -> description == null ? null : space.text(description)),
                detail.inFull(() -> row.dateOrNull("starts_on")),
                detail.inFull(() -> row.dateOrNull("ends_on")),
                detail.inFull(() -> row.cellOrNull("timezone")),
                detail.inFull(() -> row.integerOrNull("max_attempts")),
                detail.inFull(() -> row.integerOrNull("retry_delay_minutes")),
                detail.inFull(() -> space.texts(row.texts("tags"))),
                detail.inFull(() -> row.instantOrNull("created_at")));
    }

    /** So that twenty rows stay within the budget of a list, whatever the names are. */
    private static @Nullable Reference cut(@Nullable Reference reference) {
        return reference == null
                ? null
                : new Reference(reference.id(), Row.cut(reference.name(), LONGEST_TEMPLATE_NAME));
    }
}
