package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.calling.ConsumerRules;
import org.crmagent.tool.Call;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.crmagent.tools.outbound.filter.ContactFilter;

/** What adding imports to a campaign would come to. */
@ApplicationScoped
class ImportAdditions {

    @Inject
    Decisions decisions;

    @Inject
    ConsumerRules consumerRules;

    /**
     * What would be added, and the call that does it.
     *
     * @param decision whom the call would add, whether the campaign takes anybody or not
     */
    record Found(CampaignView campaign, List<UUID> folders, DuplicateKey key, Decision decision) {

        /** Nobody is added to a campaign that is over, or in a suspended organization. */
        long addable(Call call) {
            return workable() && !call.suspended() ? decision.count() : 0;
        }

        List<Warning> warnings(Call call) {
            if (call.suspended()) {
                return List.of(new Warning(
                        "organization_suspended",
                        "Contacts can't be added while the organization is suspended.",
                        call.organizationId().toString()));
            }
            return workable()
                    ? List.of()
                    : List.of(new Warning(
                            "campaign_closed",
                            "Contacts can't be added to a completed or archived campaign.",
                            campaign.storedId().toString()));
        }

        List<NextAction> next() {
            if (decision.count() == 0 || !workable()) {
                return List.of();
            }
            return List.of(NextAction.of(
                    "bulk_add_contacts_to_campaign_by_filter",
                    "Adds " + Counted.of(decision.count(), "contact")
                            + " of the import to the campaign; preview it with dryRun.",
                    Map.of(
                            "campaignId", campaign.storedId(),
                            "filter", Map.of("importFolderIds", folders),
                            "deduplicateBy", key)));
        }

        private boolean workable() {
            return CampaignRules.workable(campaign.status());
        }
    }

    /**
     * Decides as the call would.
     *
     * @param keys of which a phone or an e-mail is what the call deduplicates by
     */
    Found find(CampaignView campaign, List<UUID> folders, List<MatchKey> keys, Call call) {
        DuplicateKey key = duplicateKey(keys);
        Addition addition = new Addition(
                campaign.storedId(),
                campaign.audience(),
                campaign.legalBasis(),
                consumerRules.consentSince(call.now()),
                ContactFilter.ofImports(folders),
                AddingOrder.NEWEST,
                key,
                false,
                true,
                null);
        Decision decision = decisions.decide(addition.sql(), addition.parameters());
        return new Found(campaign, folders, key, decision);
    }

    private static DuplicateKey duplicateKey(List<MatchKey> keys) {
        return keys.stream()
                .filter(key -> key == MatchKey.PHONE || key == MatchKey.EMAIL)
                .findFirst()
                .map(key -> key == MatchKey.PHONE ? DuplicateKey.PHONE : DuplicateKey.EMAIL)
                .orElse(DuplicateKey.NONE);
    }
}
