package org.crmagent.tools.outbound;

import java.time.LocalDate;
import java.util.List;
import org.crmagent.model.Audience;
import org.crmagent.model.CallingWindow;
import org.crmagent.model.Campaign;
import org.crmagent.model.LegalBasis;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Violations;

/** Makes the changes of {@code update_outbound_campaign} on a campaign. */
final class CampaignChange {

    private CampaignChange() {}

    /** Changes the entity; rules across given and stored values refuse as {@code validation_failed}. */
    static void apply(UpdateOutboundCampaign.Input input, Campaign campaign, List<CallingWindow> stored) {
        LocalDate startsOn = input.startsOn().or(campaign.startsOn());
        LocalDate endsOn = input.endsOn().or(campaign.endsOn());
        Audience audience = input.audience() == null ? campaign.audience() : input.audience();
        LegalBasis basis = input.legalBasis().or(campaign.legalBasis());
        boolean toConsumers = audience == Audience.CONSUMER && campaign.audience() == Audience.BUSINESS;
        if (!input.legalBasis().present() && audience == Audience.BUSINESS) {
            basis = null;
        } else if (basis == null && audience == Audience.CONSUMER) {
            basis = LegalBasis.CONSENT;
        }
        Violations violations = new Violations();
        CampaignRules.dates(startsOn, endsOn, violations);
        CampaignRules.legalBasis(audience, basis, violations);
        if (!violations.found().isEmpty()) {
            violations.refuse(
                    ErrorCode.VALIDATION_FAILED,
                    "Together with what is stored, " + violations.found().get(0).message() + ".");
        }
        if (input.name() != null) {
            campaign.rename(input.name().strip());
        }
        if (input.description().present()) {
            campaign.describe(input.description().value());
        }
        if (input.status() != null) {
            campaign.become(input.status());
        }
        campaign.useTemplates(
                input.scriptTemplateId().or(campaign.scriptTemplateId()),
                input.qualificationTemplateId().or(campaign.qualificationTemplateId()));
        campaign.run(startsOn, endsOn, input.timezone() == null ? campaign.timezone() : input.timezone());
        campaign.address(audience, basis);
        if (input.callingWindows() != null) {
            campaign.callWithin(input.callingWindows());
        } else if (toConsumers && stored.isEmpty()) {
            campaign.callWithin(CallingWindow.LEGAL_FOR_CONSUMERS);
        }
        campaign.limitAttempts(input.maxAttempts(), input.retryDelayMinutes());
        campaign.prioritize(input.priority());
    }
}
