package org.crmagent.tool;

/** How far a call of the tool reaches; published as {@code riskLevel}. */
public enum Risk {
    /** Changes nothing. */
    READ,
    /** Changes one thing. */
    WRITE,
    /** Changes a set. */
    BULK,
    /** Takes away what the tool can't bring back. */
    DESTRUCTIVE;

    /** True for every risk but {@link #READ}: such tools take {@code dryRun}, are idempotent and need a writable organization. */
    public boolean mutates() {
        return this != READ;
    }
}
