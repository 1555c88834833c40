package org.crmagent.model;

import org.jspecify.annotations.Nullable;

/** What a qualification decides of its contact. */
public enum QualificationStatus {
    /** Nothing yet; values may lack. */
    DRAFT,
    QUALIFIED,
    DISQUALIFIED;

    /** The state that the contact has in the campaign once this is decided; null: a draft decides nothing. */
    public @Nullable ContactState contactState() {
        return switch (this) {
            case DRAFT -> null;
            case QUALIFIED -> ContactState.QUALIFIED;
            case DISQUALIFIED -> ContactState.DISQUALIFIED;
        };
    }
}
