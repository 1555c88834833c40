package org.crmagent.tools.outbound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.tool.NextAction;

/** What to do about contacts that are in several campaigns. */
final class SharedContactAdvice {
    private static final int MOST_COMPARED = 50;

    private SharedContactAdvice() {}

    static List<NextAction> of(List<SharedContact> contacts, List<UUID> searched) {
        List<NextAction> removal = removal(contacts);
        return !removal.isEmpty() || contacts.isEmpty() || searched.size() > MOST_COMPARED
                ? removal
                : List.of(NextAction.of(
                        "get_campaign_contact_overlap",
                        "Tells how many contacts each two of these campaigns share.",
                        Map.of("campaignIds", searched)));
    }

    /** From one campaign that contacts with conflicts are still to be called in: the one with most of them. */
    private static List<NextAction> removal(List<SharedContact> contacts) {
        Map<UUID, List<UUID>> open = new LinkedHashMap<>();
        for (SharedContact contact : contacts) {
            for (CampaignStanding campaign : contact.campaigns()) {
                if (!contact.conflicts().isEmpty() && ContactState.OPEN.contains(campaign.state())) {
                    open.computeIfAbsent(campaign.campaignId(), id -> new ArrayList<>())
                            .add(contact.contact().row().id());
                }
            }
        }
        Map.Entry<UUID, List<UUID>> most = null;
        for (Map.Entry<UUID, List<UUID>> each : open.entrySet()) {
            if (most == null || each.getValue().size() > most.getValue().size()) {
                most = each;
            }
        }
        return most == null
                ? List.of()
                : List.of(NextAction.of(
                        "bulk_remove_contacts_from_campaign",
                        "Previews removing the contacts with conflicts shown here, "
                                + most.getValue().size() + " of them, from one campaign in which they are open.",
                        Map.of("campaignId", most.getKey(), "contactIds", most.getValue(), "dryRun", true)));
    }
}
