package org.crmagent.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The formats that schemas may name, each asserted, with a value to show for each. */
final class Formats {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DATE_TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt]"
            + "[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final Instant YEAR_1 = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** Ours are stricter than the library's; what is null here it checks itself. */
    private static final Map<String, Predicate<String>> OURS = Map.of(
            "uuid", value -> UUID.matcher(value).matches(),
            "date", Formats::isDate,
            "date-time", Formats::isDateTime);

    private static final Map<String, String> EXAMPLES = Map.of(
            "uuid", "a UUID such as 01920000-0000-7000-8000-000000000001",
            "date", "a date such as 2026-11-24",
            "date-time", "a time with offset such as 2026-11-24T09:15:00Z",
            "email", "an e-mail address such as name@example.com",
            "uri", "an absolute URI such as https://example.com/path");

    private Formats() {}

    /** Null for a format that the library checks. */
    static @Nullable Predicate<String> find(String format) {
        return OURS.get(format);
    }

    static boolean known(String format) {
        return EXAMPLES.containsKey(format);
    }

    /** What a value looks like, for a message. */
    static String example(String format) {
        return EXAMPLES.getOrDefault(format, "a text of format " + format);
    }

    private static boolean isDate(String value) {
        try {
            return DATE.matcher(value).matches() && LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** RFC 3339 with offset, in the years that every PostgreSQL client can show. */
    private static boolean isDateTime(String value) {
        if (!DATE_TIME.matcher(value).matches()) {
            return false;
        }
        try {
            Instant instant = OffsetDateTime.parse(value).toInstant();
            return !instant.isBefore(YEAR_1) && !instant.isAfter(YEAR_10000);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
