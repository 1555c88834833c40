package org.crmagent.tools.qualifications;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.crmagent.model.QualificationSource;
import org.crmagent.model.QualificationStatus;
import org.crmagent.store.Row;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** A qualification with all its columns. */
public record QualificationView(
        @Doc("The qualification.") UUID id,

        @Doc("The campaign.") UUID campaignId,
        @Doc(value = "Its name.", max = 120) String campaignName,
        @Doc("The contact.") UUID contactId,

        @Doc(value = "First and last name.", max = 200) @Nullable
        String contactName,

        @Doc(value = "Company.", max = 200) @Nullable String company,
        @Doc("The form.") UUID qualificationTemplateId,

        @Doc("Its version then.") int templateVersion,

        @Doc("draft decides nothing.") QualificationStatus status,
        @Doc("Values by key.") JsonObject values,

        @Doc("Points; null where the form gives none.") @Nullable
        BigDecimal score,

        @Doc("Who qualified.") @Nullable QualifyingAgent agent,

        @Doc("Execution it came of.") @Nullable UUID scriptExecutionId,

        @Doc("auto: by the AI server.") QualificationSource source,

        @Doc("For expectedVersion.") int version,
        @Doc("When made.") Instant createdAt,
        @Doc("Last change.") Instant updatedAt) {

    private static final int LONGEST_NAME = 40;

    /** Who qualified the contact. */
    public record QualifyingAgent(
            @Doc("The agent.") UUID id,
            @Doc(value = "Name.", max = LONGEST_NAME) String fullName) {

        static @Nullable QualifyingAgent of(Row row) {
            UUID agent = row.uuidOrNull("agent_id");
            return agent == null ? null : new QualifyingAgent(agent, Row.cut(row.text("agent_name"), LONGEST_NAME));
        }
    }

    static QualificationView of(Row row) {
        return new QualificationView(
                row.uuid("id"),
                row.uuid("campaign_id"),
                row.text("campaign_name"),
                row.uuid("contact_id"),
                row.cellOrNull("contact_name"),
                row.cellOrNull("company"),
                row.uuid("qualification_template_id"),
                row.integer("template_version"),
                row.constant("status", QualificationStatus.class),
                row.json("values").asJsonObject(),
                row.decimalOrNull("score"),
                QualifyingAgent.of(row),
                row.uuidOrNull("script_execution_id"),
                row.constant("source", QualificationSource.class),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
