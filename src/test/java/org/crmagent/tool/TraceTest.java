package org.crmagent.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static Trace of(String parent, String... states) {
        return Objects.requireNonNull(Trace.of(List.of(parent), List.of(states)), parent);
    }

    @Test
    void readsIdsAndPassesOnWhatCame() {
        Trace trace = of(PARENT, "rojo=1", "congo=2");
        assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", trace.traceId());
        assertEquals("00f067aa0ba902b7", trace.spanId());
        assertEquals(Map.of("traceparent", PARENT, "tracestate", "rojo=1,congo=2"), trace.headers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes-later"
            })
    void readsLaterVersions(String parent) {
        assertEquals("00f067aa0ba902b7", of(parent).spanId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX-Evil: 1"
            })
    void refusesWhatBreaksTheRules(String parent) {
        assertNull(Trace.of(List.of(parent), List.of()));
    }

    @Test
    void refusesNoneAndSeveral() {
        assertNull(Trace.of(List.of(), List.of("rojo=1")));
        assertNull(Trace.of(List.of(PARENT, PARENT), List.of()));
    }

    @Test
    void dropsAStateThatIsTooLongOrUnprintable() {
        assertEquals(
                Map.of("traceparent", PARENT),
                of(PARENT, "a=" + "x".repeat(511)).headers());
        assertEquals(Map.of("traceparent", PARENT), of(PARENT, "a=\u0007").headers());
        assertEquals(Map.of("traceparent", PARENT), of(PARENT, "").headers());
    }
}
