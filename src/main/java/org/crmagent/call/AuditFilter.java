package org.crmagent.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmagent.store.Cursor;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
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
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final List<String> NAMES =
            List.of("organizationId", "from", "to", "subject", "toolName", "outcome", "requestId", "cursor", "limit");

    private static final Set<String> OUTCOMES = Stream.concat(
                    Stream.of(SUCCESS, REFUSED), Stream.of(ErrorCode.values()).map(ErrorCode::code))
            .collect(Collectors.toCollection(TreeSet::new));

    /**
     * Reads the parameters of a query.
     *
     * @throws Refusal {@code validation_failed} with all that is wrong; a pointer is the name of a parameter
     */
    static AuditFilter of(Map<String, String[]> parameters) {
        Reading given = new Reading(parameters);
        given.unknown();
        AuditFilter filter = new AuditFilter(
                given.id("organizationId"),
                given.moment("from"),
                given.moment("to"),
                given.text("subject"),
                given.text("toolName"),
                given.outcome(),
                given.text("requestId"),
                given.cursor(),
                given.limit());
        if (filter.from != null && filter.to != null && !filter.from.isBefore(filter.to)) {
            given.wrong("to", "not_after_from", "must be later than from", null);
        }
        if (!given.found.isEmpty()) {
            throw new Refusal(ErrorCode.VALIDATION_FAILED, Wording.violations(given.found), given.found);
        }
        return filter;
    }

    /** The same for equal filters, whatever page of them: what a cursor belongs to. */
    String name() {
        return Canonical.sha256(Stream.of("audit", organizationId, from, to, subject, toolName, outcome, requestId)
                .map(String::valueOf)
                .toArray(String[]::new));
    }

    private record Reading(Map<String, String[]> parameters, List<Violation> found) {
        Reading(Map<String, String[]> parameters) {
            this(parameters, new ArrayList<>());
        }

        void wrong(String name, String code, String message, @Nullable String suggestion) {
            found.add(new Violation('/' + name, code, message, suggestion));
        }

        void unknown() {
            new TreeSet<>(parameters.keySet())
                    .stream()
                            .filter(name -> !NAMES.contains(name))
                            .limit(LONGEST)
                            .forEach(name -> wrong(
                                    name.substring(0, Math.min(name.length(), LONGEST))
                                            .replace("~", "~0")
                                            .replace("/", "~1"),
                                    "unknown_member",
                                    "is no filter: the filters are " + String.join(", ", NAMES),
                                    Nearest.of(name, NAMES).orElse(null)));
        }

        @Nullable
        String text(String name) {
            return text(name, LONGEST);
        }

        @Nullable
        String text(String name, int longest) {
            String[] values = parameters.get(name);
            if (values == null || (values.length == 1 && values[0].isEmpty())) {
                return null;
            }
            if (values.length > 1) {
                wrong(name, "given_twice", "is given more than once: give one value", null);
            } else if (values[0].length() > longest || values[0].chars().anyMatch(each -> each == 0)) {
                wrong(name, "too_long", "must be a text of at most " + longest + " characters", null);
            } else {
                return values[0];
            }
            return null;
        }

        @Nullable
        UUID id(String name) {
            String text = text(name);
            if (text == null || UUID_FORM.matcher(text).matches()) {
                return text == null ? null : UUID.fromString(text);
            }
            wrong(name, "bad_format", "must be a UUID", null);
            return null;
        }

        @Nullable
        Instant moment(String name) {
            String text = text(name);
            try {
                Instant moment =
                        text == null ? null : OffsetDateTime.parse(text).toInstant();
                if (moment == null || isStorable(moment)) {
                    return moment;
                }
            } catch (DateTimeException noMoment) {
                // told below
            }
            wrong(name, "bad_format", "must be a time such as 2026-11-24T09:15:00Z", null);
            return null;
        }

        /** The years that people write with four digits. */
        private static boolean isStorable(Instant moment) {
            return !moment.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                    && moment.isBefore(Instant.parse("9999-12-31T00:00:00Z"));
        }

        @Nullable
        String outcome() {
            String text = text("outcome");
            if (text != null && !OUTCOMES.contains(text)) {
                wrong(
                        "outcome",
                        "not_in_enum",
                        "must be success, refused or an error code",
                        Nearest.of(text, OUTCOMES).orElse(null));
            }
            return text;
        }

        @Nullable
        String cursor() {
            String text = text("cursor", LONGEST_CURSOR);
            if (text != null && !text.matches(Cursor.PATTERN)) {
                wrong("cursor", "bad_format", "must be the nextCursor of an earlier answer", null);
                return null;
            }
            return text;
        }

        int limit() {
            String text = text("limit");
            if (text == null) {
                return BY_DEFAULT;
            }
            if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST) {
                return Integer.parseInt(text);
            }
            wrong("limit", "out_of_range", "must be a whole number from 1 to " + MOST, null);
            return BY_DEFAULT;
        }
    }
}
