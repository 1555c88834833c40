package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.crmagent.tool.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {
    private static final List<String> NAMES = List.of("subject", "from", "organizationId", "limit");

    private static QueryParameters of(String query) {
        return new QueryParameters(query, NAMES);
    }

    private static List<String> violations(QueryParameters given) {
        return assertThrows(Refusal.class, given::refuse).violations().stream()
                .map(each -> each.pointer() + " " + each.code())
                .toList();
    }

    @Test
    void readsAsFormsWrite() {
        QueryParameters given = of("&subject=Zo%C3%A9+a%26b%3D%F0%9F%98%80&&limit=05&");
        assertEquals("Zoé a&b=\uD83D\uDE00", given.text("subject", 100));
        assertEquals(5, given.number("limit", 50, 200));
        assertNull(given.moment("from"));
        assertNull(given.id("organizationId"));
        given.refuse();
        of(null).refuse();
        of("").refuse();
    }

    /** One server drops such a parameter, and answers as if nobody had asked for it. */
    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%u0041", "%", "%4", "%FF", "%C3%28", "%ED%A0%80", "Zoé", "a\u007f"})
    void refusesWhatIsBadlyWritten(String value) {
        assertEquals(List.of("/subject bad_text"), violations(of("subject=" + value)));
    }

    @Test
    void refusesNamesThatAreNone() {
        assertEquals(
                List.of("/ unknown_member", "/a~1~0b unknown_member", "/limits unknown_member"),
                violations(of("=x&a/~b=1&limits=2")));
        assertEquals(List.of("/%zz bad_text"), violations(of("%zz=1")));
        assertEquals(
                20,
                violations(of("x1&x2&x3&x4&x5&x6&x7&x8&x9&xa&xb&xc&xd&xe&xf&xg&xh&xi&xj&xk&xl&xm"))
                        .size());
        assertEquals(101, violations(of("x".repeat(5000))).get(0).indexOf(' '));
    }

    @Test
    void refusesWhatIsGivenTwice() {
        QueryParameters given = of("limit=1&limit=1");
        given.number("limit", 50, 200);
        assertEquals(List.of("/limit given_twice"), violations(given));
    }

    /** What was meant for one organization must not be asked of all. */
    @ParameterizedTest
    @ValueSource(strings = {"organizationId=", "organizationId", "organizationId=x"})
    void refusesAnIdWithoutAValue(String query) {
        QueryParameters given = of(query);
        given.id("organizationId");
        assertEquals(List.of("/organizationId bad_format"), violations(given));
    }

    @Test
    void readsIds() {
        UUID id = UUID.randomUUID();
        assertEquals(
                id,
                of("organizationId=" + id.toString().toUpperCase(Locale.ROOT)).id("organizationId"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T02:00:00%2B02:00, 2026-01-01T00:00:00Z",
        "2026-01-01T02:00:00+02:00, 2026-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void readsTimes(String value, String moment) {
        QueryParameters given = of("from=" + value);
        assertEquals(Instant.parse(moment), given.moment("from"));
        given.refuse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-01-01T00:00:00",
                "2026-01-01+00:00:00Z",
                "-2026-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z"
            })
    void refusesWhatIsNoTime(String value) {
        QueryParameters given = of("from=" + value);
        given.moment("from");
        assertEquals(List.of("/from bad_format"), violations(given));
    }
}
