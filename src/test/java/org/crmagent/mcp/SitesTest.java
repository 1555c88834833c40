package org.crmagent.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitesTest {
    private static final Sites SITES =
            new Sites(Set.of("localhost", "[::1]", "crm.example:8443"), Set.of("https://console.example"));

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "localhost:8080, true",
        "LOCALHOST:8080, true",
        "[::1]:8080, true",
        "crm.example:8443, true",
        "crm.example, false",
        "crm.example:443, false",
        "evil.example, false",
        "localhost.evil.example, false",
        "evil-localhost, false",
        "localhost., false",
        "localhost@evil.example, false",
        "localhost:80:80, false",
        "'', false"
    })
    void knowsItsNames(String host, boolean admitted) {
        assertEquals(admitted, SITES.admit(host, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://console.example, true",
        "HTTPS://CONSOLE.EXAMPLE, true",
        "http://localhost:8080, true",
        "https://localhost:8080, true",
        "http://console.example, false",
        "https://console.example:444, false",
        "http://localhost, false",
        "http://localhost:3000, false",
        "https://evil.example, false",
        "https://console.example.evil.example, false",
        "ftp://localhost:8080, false",
        "null, false",
        "'', false"
    })
    void knowsTheSitesThatMayAsk(String origin, boolean admitted) {
        assertEquals(admitted, SITES.admit("localhost:8080", List.of(origin)));
    }

    @Test
    void takesOneOriginAtMost() {
        assertFalse(SITES.admit("localhost", List.of("https://console.example", "https://console.example")));
        assertTrue(SITES.admit("localhost", List.of("https://console.example")));
    }
}
