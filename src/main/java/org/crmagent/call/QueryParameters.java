package org.crmagent.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, read one by one; what is wrong with any of them is told at once. Empty values count as none, but
 * for ids. Decoded here, because servers differ in what they make of one that is badly written, and some drop it: a page would
 * then show more than was asked for, and their log the value.
 */
final class QueryParameters {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_UNKNOWN = 20;
    private static final char UNREADABLE = '\uFFFD';
    private static final char LAST_OF_ASCII = '~';
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The years that people write with four digits. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private final Map<String, List<String>> given = new TreeMap<>();
    private final List<Violation> found = new ArrayList<>();

    /**
     * Parameters as a form writes them, in UTF-8.
     *
     * @param query as sent; null where there is none
     * @param names what there is; others are violations
     */
    QueryParameters(@Nullable String query, List<String> names) {
        for (String part : query == null ? new String[0] : query.split("&", -1)) {
            if (!part.isEmpty()) {
                read(part);
            }
        }
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .limit(MOST_UNKNOWN)
                .forEach(name -> wrong(
                        name,
                        "unknown_member",
                        "is no filter: the filters are " + String.join(", ", names),
                        Nearest.of(name, names).orElse(null)));
    }

    private void read(String part) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        try {
            given.computeIfAbsent(decoded(name), first -> new ArrayList<>()).add(decoded(value));
        } catch (IllegalArgumentException unreadable) {
            wrong(name, "bad_text", "must be UTF-8 with % before each byte that is no letter or digit", null);
        }
    }

    private static String decoded(String text) {
        String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        // the decoder puts that character where the bytes are no UTF-8
        if (decoded.indexOf(UNREADABLE) >= 0 || text.chars().anyMatch(each -> each > LAST_OF_ASCII)) {
            throw new IllegalArgumentException(text);
        }
        return decoded;
    }

    /** Notes what is wrong with a parameter. */
    void wrong(String name, String code, String message, @Nullable String suggestion) {
        String shown = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        found.add(new Violation('/' + shown.replace("~", "~0").replace("/", "~1"), code, message, suggestion));
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
        List<String> values = given.getOrDefault(name, List.of());
        if (values.isEmpty() || values.equals(List.of(""))) {
            return null;
        }
        if (values.size() > 1) {
            wrong(name, "given_twice", "is given more than once: give one value", null);
            return null;
        }
        String text = values.get(0);
        if (text.length() > longest || text.indexOf(0) >= 0) {
            wrong(name, "bad_text", "must be a text of at most " + longest + " characters without NUL", null);
            return null;
        }
        return text;
    }

    @Nullable
    UUID id(String name) {
        String text = text(name, LONGEST_NAME);
        if (text != null && UUID_FORM.matcher(text).matches()) {
            return UUID.fromString(text);
        }
        // an empty one may be a variable without a value: what was meant for one must not be asked of all
        if (text != null || given.getOrDefault(name, List.of()).equals(List.of(""))) {
            wrong(name, "bad_format", "must be a UUID", null);
        }
        return null;
    }

    @Nullable
    Instant moment(String name) {
        String text = text(name, LONGEST_NAME);
        try {
            // a plus that was sent as it is has become a blank, which no time has
            Instant moment = text == null
                    ? null
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
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
