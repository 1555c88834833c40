package org.crmagent.call;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmagent.store.Cursor;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.text.Canonical;
import org.crmagent.tool.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the audit log somebody wants to see; what is null was not asked for.
 *
 * @param from inclusive
 * @param to exclusive
 * @param outcome {@code success}, {@code refused} for any error, or an error code
 * @param cursor of an earlier page
 * @param limit most rows of a page
 */
record AuditFilter(
        @Nullable UUID organizationId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String subject,
        @Nullable String toolName,
        @Nullable String outcome,
        @Nullable String requestId,
        @Nullable String cursor,
        int limit) {

    static final String SUCCESS = "success";
    static final String REFUSED = "refused";

    private static final int BY_DEFAULT = 50;
    private static final int MOST = 200;
    private static final int LONGEST = 300;
    private static final int LONGEST_CURSOR = 2_000;

    private static final List<String> NAMES =
            List.of("organizationId", "from", "to", "subject", "toolName", "outcome", "requestId", "cursor", "limit");

    private static final Set<String> OUTCOMES = Stream.concat(
                    Stream.of(SUCCESS, REFUSED), Stream.of(ErrorCode.values()).map(ErrorCode::code))
            .collect(Collectors.toCollection(TreeSet::new));

    /**
     * Reads a query as it was sent.
     *
     * @throws Refusal {@code validation_failed} with all that is wrong; a pointer is the name of a parameter
     */
    static AuditFilter of(@Nullable String query) {
        QueryParameters given = new QueryParameters(query, NAMES);
        AuditFilter filter = new AuditFilter(
                given.id("organizationId"),
                given.moment("from"),
                given.moment("to"),
                given.text("subject", LONGEST),
                given.text("toolName", LONGEST),
                given.text("outcome", LONGEST),
                given.text("requestId", LONGEST),
                given.text("cursor", LONGEST_CURSOR),
                given.number("limit", BY_DEFAULT, MOST));
        filter.check(given);
        given.refuse();
        return filter;
    }

    private void check(QueryParameters given) {
        if (from != null && to != null && !from.isBefore(to)) {
            given.wrong("to", "not_after_from", "must be later than from", null);
        }
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            given.wrong(
                    "outcome",
                    "not_in_enum",
                    "must be success, refused or an error code",
                    Nearest.of(outcome, OUTCOMES).orElse(null));
        }
        if (cursor != null && !cursor.matches(Cursor.PATTERN)) {
            given.wrong("cursor", "bad_format", "must be the nextCursor of an earlier answer", null);
        }
    }

    /** The same for equal filters, whatever page of them: what a cursor belongs to. */
    String name() {
        return Canonical.sha256(Stream.of("audit", organizationId, from, to, subject, toolName, outcome, requestId)
                .map(String::valueOf)
                .toArray(String[]::new));
    }
}
