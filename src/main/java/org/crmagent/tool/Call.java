package org.crmagent.tool;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The circumstances of one tool call, the same for its whole length. */
public final class Call {
    private final String toolName;
    private final Caller caller;
    private final @Nullable UUID organizationId;
    private final Instant now;
    private final boolean dryRun;
    private final boolean suspended;
    private final @Nullable Long expectedVersion;
    private boolean versionChecked;

    /** Made by the road, and by tests of tools. */
    public Call(
            String toolName,
            Caller caller,
            @Nullable UUID organizationId,
            Instant now,
            boolean dryRun,
            boolean suspended,
            @Nullable Long expectedVersion) {
        this.toolName = toolName;
        this.caller = caller;
        this.organizationId = organizationId;
        this.now = now;
        this.dryRun = dryRun;
        this.suspended = suspended;
        this.expectedVersion = expectedVersion;
    }

    /** Who calls. */
    public Caller caller() {
        return caller;
    }

    /**
     * The organization the call is bound to.
     *
     * @throws IllegalStateException in a tool that takes none
     */
    public UUID organizationId() {
        if (organizationId == null) {
            throw new IllegalStateException(toolName + " runs without an organization");
        }
        return organizationId;
    }

    /** The moment of the call: everything the call writes or compares with the present uses this one. */
    public Instant now() {
        return now;
    }

    /** True when nothing will be kept. A tool needs it only to leave ids of what would be created null. */
    public boolean dryRun() {
        return dryRun;
    }

    /** True where the organization can be read and not changed. The road refuses changes; a tool that foretells one needs it. */
    public boolean suspended() {
        return suspended;
    }

    /**
     * Compares {@code expectedVersion}, if the caller gave one, with what is stored. To be called after existence and
     * before rules of state.
     *
     * @param stored the version read in this transaction
     * @param read the call that shows what is stored
     * @throws Refusal {@code version_conflict}, telling the stored version
     */
    public void checkVersion(long stored, NextAction read) {
        versionChecked = true;
        if (expectedVersion != null && expectedVersion != stored) {
            throw new Refusal(
                    ErrorCode.VERSION_CONFLICT,
                    "The stored version is " + stored + ", not " + expectedVersion
                            + ": read the resource again, then repeat the change with its current version.",
                    List.of(new Violation(
                            "/input/expectedVersion",
                            "version_conflict",
                            "the stored version is " + stored,
                            Long.toString(stored))),
                    List.of(read));
        }
    }

    /** True once {@link #checkVersion} was called. */
    public boolean versionChecked() {
        return versionChecked;
    }
}
