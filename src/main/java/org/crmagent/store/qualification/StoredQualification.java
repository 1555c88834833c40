package org.crmagent.store.qualification;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.crmagent.model.QualificationSource;
import org.crmagent.model.QualificationStatus;
import org.crmagent.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * A qualification as it is stored.
 *
 * @param templateVersion the version of the form when it was last written
 * @param values by key, without nulls; may hold some of fields that the form has lost since, and as long as nothing is decided
 *     some that the form would no longer take
 * @param score null where the form gives no points
 * @param agentId who qualified the contact; null where nobody is named
 * @param executionId the script execution that it came of; null without one
 * @param version from 1, grows by one with each change
 */
public record StoredQualification(
        UUID id,
        UUID campaignId,
        UUID contactId,
        UUID templateId,
        int templateVersion,
        QualificationStatus status,
        JsonObject values,
        @Nullable BigDecimal score,
        @Nullable UUID agentId,
        @Nullable UUID executionId,
        QualificationSource source,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    static StoredQualification of(Row row) {
        return new StoredQualification(
                row.uuid("id"),
                row.uuid("campaign_id"),
                row.uuid("contact_id"),
                row.uuid("qualification_template_id"),
                row.integer("template_version"),
                row.constant("status", QualificationStatus.class),
                row.json("values").asJsonObject(),
                row.decimalOrNull("score"),
                row.uuidOrNull("agent_id"),
                row.uuidOrNull("script_execution_id"),
                row.constant("source", QualificationSource.class),
                row.integer("version"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }
}
