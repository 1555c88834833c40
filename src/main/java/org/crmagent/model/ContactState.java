package org.crmagent.model;

import java.util.EnumSet;
import java.util.Set;

/** Where a contact stands in one campaign. */
public enum ContactState {
    TO_CALL,
    IN_PROGRESS,
    FOLLOW_UP,
    QUALIFIED,
    DISQUALIFIED,
    UNREACHABLE,
    CLOSED;

    /** The states that still mean work: what an agent's load counts. */
    public static final Set<ContactState> OPEN = Set.copyOf(EnumSet.of(TO_CALL, IN_PROGRESS, FOLLOW_UP));
}
