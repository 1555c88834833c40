package org.crmagent.tools.scriptexecutions;

import java.util.UUID;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Which execution is meant: one by its id, or a contact's in a campaign. */
public record ChosenExecution(
        @Doc("The execution; else give campaignId and contactId.") @Nullable
        UUID executionId,

        @Doc("The campaign, without executionId.") @Nullable UUID campaignId,

        @Doc("The contact, with campaignId.") @Nullable UUID contactId) {

    /** A campaign and a contact in it. */
    record Place(UUID campaign, UUID contact) {}

    void check(Violations violations) {
        if (executionId != null ? campaignId != null || contactId != null : campaignId == null && contactId == null) {
            violations.add("", "one_of", "give either executionId, or campaignId and contactId");
        } else if (executionId == null && (campaignId == null || contactId == null)) {
            String missing = campaignId == null ? "campaignId" : "contactId";
            violations.add("", "one_of", "give " + missing + " too: an execution is found by both");
        }
    }

    /** Where no execution is named. */
    Place place() {
        if (campaignId == null || contactId == null) {
            throw new IllegalStateException("checked before");
        }
        return new Place(campaignId, contactId);
    }
}
