package org.crmagent.tools.outbound;

import org.crmagent.tool.Doc;

/** Why contacts were not added: each for the first reason that holds. */
public record NotAdded(
        @Doc("In the campaign already.") long alreadyInCampaign,
        @Doc("Do-not-call.") long doNotCall,

        @Doc("Without the consent that a consumer campaign needs.")
        long consentMissing,

        @Doc("Without a valid phone.") long withoutPhone,
        @Doc("In another active campaign.") long inActiveCampaign,
        @Doc("Same phone or e-mail as another.") long duplicate,
        @Doc("Beyond the limit.") long overLimit) {

    static NotAdded of(Decision decision) {
        return new NotAdded(
                decision.skipped("alreadyInCampaign"),
                decision.skipped("doNotCall"),
                decision.skipped("consentMissing"),
                decision.skipped("withoutPhone"),
                decision.skipped("inActiveCampaign"),
                decision.skipped("duplicate"),
                decision.skipped("overLimit"));
    }

    /** The sentence with how many there are of each. */
    Funnel told(Funnel funnel) {
        return funnel.and(alreadyInCampaign, "already in the campaign")
                .and(doNotCall, "do-not-call")
                .and(consentMissing, "without the consent needed")
                .and(withoutPhone, "without a valid phone")
                .and(inActiveCampaign, "in another active campaign")
                .and(duplicate, "duplicates")
                .and(overLimit, "over the limit");
    }
}
