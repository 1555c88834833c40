package org.crmagent.tools.outbound;

import java.util.List;
import org.crmagent.store.TextLevel;
import org.crmagent.tool.Doc;

/** A contact that is in several campaigns. */
public record SharedContact(
        @Doc("The contact.") ContactView contact,

        @Doc("How many of the campaigns searched it is in, in one of the states asked for.")
        int campaignCount,

        @Doc(
                value = "Four of them, those that called it last first; fewer where a page is full.",
                max = SharedContact.MOST_CAMPAIGNS)
        List<CampaignStanding> campaigns,

        @Doc(
                value =
                        "What is at odds between all campaignCount of them. different_agents: two are assigned to different"
                                + " agents. called_in_both_within_7_days: in two or more the last call was within the last 7 days.",
                max = 2)
        List<Conflict> conflicts) {

    static final int MOST_CAMPAIGNS = 4;

    private static final int FIXED_BYTES = 64;
    private static final int QUOTES_AND_COMMA = 3;

    /** How campaigns get into each other's way. */
    public enum Conflict {
        DIFFERENT_AGENTS,
        CALLED_IN_BOTH_WITHIN_7_DAYS
    }

    /** Bytes of JSON beside the contact and the campaigns. */
    int bytes() {
        return FIXED_BYTES
                + conflicts.stream()
                        .mapToInt(each -> each.name().length() + QUOTES_AND_COMMA)
                        .sum();
    }

    /** With so many campaigns at most, and their names cut. */
    SharedContact cut(int mostCampaigns, TextLevel level) {
        return new SharedContact(
                contact,
                campaignCount,
                campaigns.stream()
                        .limit(mostCampaigns)
                        .map(campaign -> campaign.cut(level))
                        .toList(),
                conflicts);
    }
}
