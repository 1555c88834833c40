package org.crmagent.model;

import java.util.Set;

/** Where a campaign stands in its life cycle. */
public enum CampaignStatus {
    DRAFT,
    ACTIVE,
    PAUSED,
    COMPLETED,
    ARCHIVED;

    /** The statuses that may follow this one. */
    public Set<CampaignStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(ACTIVE, ARCHIVED);
            case ACTIVE -> Set.of(PAUSED, COMPLETED);
            case PAUSED -> Set.of(ACTIVE, COMPLETED);
            case COMPLETED -> Set.of(ARCHIVED);
            case ARCHIVED -> Set.of();
        };
    }
}
