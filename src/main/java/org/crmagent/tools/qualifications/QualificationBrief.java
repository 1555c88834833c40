package org.crmagent.tools.qualifications;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.UUID;
import org.crmagent.model.QualificationSource;
import org.crmagent.model.QualificationStatus;
import org.crmagent.store.qualification.StoredQualification;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** What became of a qualification that was just written; get_qualification shows all of it. */
public record QualificationBrief(
        @Doc("Null in the dry run of a creation.") @Nullable UUID id,

        @Doc("The campaign.") UUID campaignId,
        @Doc("The contact.") UUID contactId,
        @Doc("What is decided.") QualificationStatus status,
        @Doc("Values by key.") JsonObject values,

        @Doc("Points.") @Nullable BigDecimal score,

        @Doc("Who qualified.") @Nullable UUID agentId,
        @Doc("Who gave the values.") QualificationSource source,
        @Doc("For expectedVersion.") int version) {

    /** Without its id where a dry run would make it. */
    static QualificationBrief of(StoredQualification written, boolean withId) {
        return new QualificationBrief(
                withId ? written.id() : null,
                written.campaignId(),
                written.contactId(),
                written.status(),
                written.values(),
                written.score(),
                written.agentId(),
                written.source(),
                written.version());
    }
}
