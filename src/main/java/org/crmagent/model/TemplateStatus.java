package org.crmagent.model;

import java.util.Set;

/** Where a call script or qualification form stands in its life cycle; only published ones can be attached. */
public enum TemplateStatus {
    DRAFT,
    PUBLISHED,
    ARCHIVED;

    /** The statuses that may follow this one. */
    public Set<TemplateStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(PUBLISHED, ARCHIVED);
            case PUBLISHED -> Set.of(DRAFT, ARCHIVED);
            case ARCHIVED -> Set.of(DRAFT);
        };
    }
}
