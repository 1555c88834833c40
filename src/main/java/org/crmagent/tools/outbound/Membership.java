package org.crmagent.tools.outbound;

import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.tool.Doc;

/** A campaign that a contact is in. */
public record Membership(
        @Doc("The campaign.") UUID campaignId,

        @Doc(value = "Its name, cut at 30 characters.", max = LONGEST_NAME)
        String name,

        @Doc("State in it.") ContactState state) {

    static final int LONGEST_NAME = 30;

    /** Bytes of JSON without the name. */
    static final int FIXED_BYTES = 89;
}
