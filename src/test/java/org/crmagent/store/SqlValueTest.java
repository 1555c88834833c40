package org.crmagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.crmagent.tool.Risk;
import org.junit.jupiter.api.Test;

class SqlValueTest {

    @Test
    void writesEnumerationsAsTheDatabaseKeepsThem() {
        assertEquals("destructive", SqlValue.of(Risk.DESTRUCTIVE));
    }

    @Test
    void writesArrayLiteralsThatNothingBreaksOutOf() {
        assertEquals("{\"a\\\"b\",\"c\\\\d\",\"{},\"}", SqlValue.of(List.of("a\"b", "c\\d", "{},")));
        assertEquals("{}", SqlValue.of(List.of()));
        UUID id = new UUID(0, 1);
        assertEquals("{\"" + id + "\"}", SqlValue.of(List.of(id)));
    }

    @Test
    void keepsTheRestAsItIs() {
        Instant now = Instant.parse("2026-11-24T09:15:00Z");
        assertEquals(now.atOffset(ZoneOffset.UTC), SqlValue.of(now));
        assertEquals(
                "{\"a\":1}", SqlValue.of(Json.createObjectBuilder().add("a", 1).build()));
        assertEquals(
                "[{\"a\":1}]",
                SqlValue.of(Json.createArrayBuilder()
                        .add(Json.createObjectBuilder().add("a", 1))
                        .build()));
        assertEquals(3, SqlValue.of(3));
        assertNull(SqlValue.of(null));
    }
}
