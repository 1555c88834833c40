package org.crmagent.model;

import java.util.Set;

/** How far a script execution is. What has ended stays as it is. */
public enum ExecutionStatus {
    IN_PROGRESS,
    COMPLETED,
    ABANDONED;

    /** What may follow. */
    public Set<ExecutionStatus> next() {
        return this == IN_PROGRESS ? Set.of(COMPLETED, ABANDONED) : Set.of();
    }
}
