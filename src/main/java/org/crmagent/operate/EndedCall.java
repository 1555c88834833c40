package org.crmagent.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.crmagent.tool.Caller;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A tool call that has its answer, without anything of its input.
 *
 * @param organizationId as the body names it, whether it exists or not; null where it names none
 * @param toolName of the catalogue; null for any other name
 * @param errorCode null for a success
 * @param trace null where the caller gave none
 */
public record EndedCall(
        Instant started,
        String requestId,
        @Nullable UUID organizationId,
        @Nullable String toolName,
        Caller caller,
        int status,
        @Nullable ErrorCode errorCode,
        boolean dryRun,
        boolean replayed,
        Duration duration,
        @Nullable Trace trace) {

    /** {@code success}, or the error code. */
    String outcome() {
        return errorCode == null ? "success" : errorCode.code();
    }

    /** What was asked for, or that an earlier answer was given again. */
    String mode() {
        if (replayed) {
            return "replay";
        }
        return dryRun ? "dry_run" : "run";
    }
}
