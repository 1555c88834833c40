package org.crmagent.tools.outbound;

/** What becomes of contacts' agents. */
public enum AssignmentStrategy {
    ROUND_ROBIN,
    BALANCED,
    WEIGHTED,
    /** Takes their agent away. */
    UNASSIGN;

    /** How it deals; not for {@link #UNASSIGN}. */
    Strategy dealing() {
        return Strategy.valueOf(name());
    }
}
