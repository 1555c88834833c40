package org.crmagent.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Nearest;
import org.jspecify.annotations.Nullable;

/** The parameters of a query, read one by one; what is wrong with any of them is told at once. Empty values count as none. */
final class QueryParameters {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_UNKNOWN = 20;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The years that people write with four digits. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Map<String, String[]> given;
    private final List<Violation> found = new ArrayList<>();

    /**
     * Parameters as a servlet gives them.
     *
     * @param names what there is; others are violations
     */
    QueryParameters(Map<String, String[]> given, List<String> names) {
        this.given = given;
        new TreeSet<>(given.keySet())
                .stream()
                        .filter(name -> !names.contains(name))
                        .limit(MOST_UNKNOWN)
                        .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                        .forEach(name -> found.add(new Violation(
                                '/' + name.replace("~", "~0").replace("/", "~1"),
                                "unknown_member",
                                "is no filter: the filters are " + String.join(", ", names),
                                Nearest.of(name, names).orElse(null))));
    }

    /** Notes what is wrong with a parameter. */
    void wrong(String name, String code, String message, @Nullable String suggestion) {
        found.add(new Violation('/' + name, code, message, suggestion));
    }

    /**
     * Refuses with all that was found, if anything was.
     *
     * @throws Refusal {@code validation_failed}
     */
    void refuse() {
        if (!found.isEmpty()) {
            throw new Refusal(ErrorCode.VALIDATION_FAILED, Wording.violations(found), found);
        }
    }

    /** Text that PostgreSQL takes. */
    @Nullable
    String text(String name, int longest) {
        String[] values = given.get(name);
        if (values == null || (values.length == 1 && values[0].isEmpty())) {
            return null;
        }
        if (values.length > 1) {
            wrong(name, "given_twice", "is given more than once: give one value", null);
            return null;
        }
        if (values[0].length() > longest || values[0].indexOf(0) >= 0) {
            wrong(name, "bad_text", "must be a text of at most " + longest + " characters without NUL", null);
            return null;
        }
        return values[0];
    }

    @Nullable
    UUID id(String name) {
        String text = text(name, LONGEST_NAME);
        if (text == null) {
            return null;
        }
        if (UUID_FORM.matcher(text).matches()) {
            return UUID.fromString(text);
        }
        wrong(name, "bad_format", "must be a UUID", null);
        return null;
    }

    @Nullable
    Instant moment(String name) {
        String text = text(name, LONGEST_NAME);
        try {
            Instant moment = text == null ? null : OffsetDateTime.parse(text).toInstant();
            if (moment == null || (!moment.isBefore(EARLIEST) && moment.isBefore(LATEST))) {
                return moment;
            }
        } catch (DateTimeException noMoment) {
            // told below, as a year that nobody means
        }
        wrong(name, "bad_format", "must be a time such as 2026-11-24T09:15:00Z", null);
        return null;
    }

    /** A number from 1 to a bound of at most three digits. */
    int number(String name, int byDefault, int most) {
        String text = text(name, LONGEST_NAME);
        if (text == null) {
            return byDefault;
        }
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        wrong(name, "out_of_range", "must be a whole number from 1 to " + most, null);
        return byDefault;
    }
}
