package org.crmagent.tools.qualifications;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.Detail;
import org.crmagent.model.QualificationSource;
import org.crmagent.model.QualificationStatus;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** A qualification in a list; optional members come with detail full. */
public record QualificationRow(
        @Doc("The qualification.") UUID id,
        @Doc("The campaign.") UUID campaignId,
        @Doc(value = "Its name.", max = 120) String campaignName,
        @Doc("The contact.") UUID contactId,

        @Doc(value = "First and last name.", max = 200) @Nullable
        String contactName,

        @Doc(value = "Company.", max = 200) @Nullable String company,
        @Doc("What is decided.") QualificationStatus status,
        @Doc("Points.") @Nullable BigDecimal score,

        @Doc("Who qualified.") QualificationView.@Nullable QualifyingAgent agent,

        @Doc("Who gave the values.") QualificationSource source,
        @Doc("Last change.") Instant updatedAt,

        @Doc("Values by key, as many as fit whole.") Optional<JsonObject> values,

        @Doc("The form.") Optional<UUID> qualificationTemplateId,

        @Doc("For expectedVersion.") Optional<Integer> version,
        @Doc("When made.") Optional<Instant> createdAt) {

    /** Bytes of JSON of a row beside its free texts: names of members, ids, times, figures. */
    private static final int FIXED = 560;

    private static final int FIXED_FULL = 240;

    /** Ids and moments don't shrink; names and values take what a page leaves each row. */
    static QualificationRow of(Row row, Detail detail, int bytes) {
        boolean full = detail == Detail.FULL;
        RowSpace space = new RowSpace(bytes - FIXED - (full ? FIXED_FULL : 0));
        String campaign = space.text(row.text("campaign_name"));
        QualificationView.QualifyingAgent agent = QualificationView.QualifyingAgent.of(row);
        return new QualificationRow(
                row.uuid("id"),
                row.uuid("campaign_id"),
                campaign,
                row.uuid("contact_id"),
                space.cell(row, "contact_name"),
                space.cell(row, "company"),
                row.constant("status", QualificationStatus.class),
                row.decimalOrNull("score"),
                agent == null ? null : new QualificationView.QualifyingAgent(agent.id(), space.text(agent.fullName())),
                row.constant("source", QualificationSource.class),
                row.instant("updated_at"),
                full ? Optional.of(space.object(row.json("values").asJsonObject())) : Optional.empty(),
                full ? Optional.of(row.uuid("qualification_template_id")) : Optional.empty(),
                full ? Optional.of(row.integer("version")) : Optional.empty(),
                full ? Optional.of(row.instant("created_at")) : Optional.empty());
    }
}
