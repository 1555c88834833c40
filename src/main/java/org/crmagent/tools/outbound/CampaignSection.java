package org.crmagent.tools.outbound;

import org.crmagent.tool.Spelled;

/** A section of {@code get_campaign}. */
public enum CampaignSection implements Spelled {
    COUNTS("counts"),
    TEMPLATES("templates"),
    AGENTS("agents"),
    RECENT_CALLS("recentCalls"),
    FOLLOW_UPS("followUps");

    private final String spelling;

    CampaignSection(String spelling) {
        this.spelling = spelling;
    }

    @Override
    public String spelling() {
        return spelling;
    }
}
