package org.crmagent.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crmagent.tool.Caller;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Source;
import org.crmagent.tool.Trace;

/** Calls that have ended, and a clock, for tests. */
final class Ended {
    static final UUID ORGANIZATION = UUID.fromString("00000001-0000-4000-8000-000000000001");

    /** The time as it is. */
    static final Source CLOCK = new Source() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public UUID newId() {
            throw new AssertionError("nothing here makes ids");
        }
    };

    private Ended() {}

    static EndedCall call(String tool, ErrorCode code, boolean dryRun, boolean replayed, long millis) {
        return new EndedCall(
                Instant.parse("2026-03-01T12:00:00.5Z"),
                "request \"1\"\n",
                ORGANIZATION,
                tool,
                new Caller("https://identity.example", "agent-7", "t1"),
                code == null ? 200 : code.status(),
                code,
                dryRun,
                replayed,
                Duration.ofMillis(millis),
                Trace.of(List.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), List.of()));
    }

    static EndedCall by(String subject) {
        return new EndedCall(
                Instant.EPOCH,
                "1",
                null,
                null,
                new Caller("https://identity.example", subject, null),
                404,
                ErrorCode.UNKNOWN_TOOL,
                false,
                false,
                Duration.ZERO,
                null);
    }
}
