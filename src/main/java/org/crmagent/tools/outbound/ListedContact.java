package org.crmagent.tools.outbound;

import java.util.List;
import java.util.Optional;
import org.crmagent.tool.Doc;

/** A row of {@code list_outbound_contacts}: what stands beside the contact depends on whether one campaign was asked for. */
public record ListedContact(
        @Doc("The contact.") ContactView contact,

        @Doc("How it stands in the campaign; with campaignId.")
        Optional<CampaignContactView> campaignContact,

        @Doc("How many campaigns it is in; without campaignId.")
        Optional<Integer> campaignCount,

        @Doc(value = "Some of them, active and newest first; without campaignId.", max = 4)
        Optional<List<Membership>> campaigns) {}
