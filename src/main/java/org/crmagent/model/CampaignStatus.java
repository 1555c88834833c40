package org.crmagent.model;

/** Where a campaign stands in its life cycle. */
public enum CampaignStatus {
    DRAFT,
    ACTIVE,
    PAUSED,
    COMPLETED,
    ARCHIVED
}
