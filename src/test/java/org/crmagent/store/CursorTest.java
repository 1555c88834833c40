package org.crmagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final UUID ID = new UUID(1, 2);

    @Test
    void readsWhatItWrote() {
        for (String key : new String[] {"", "2026-11-24T09:15:00Z", "élève \"x\" \\ 😀", "\u0001".repeat(200)}) {
            Cursor cursor = new Cursor(1, key, ID);
            String text = cursor.write("list");
            assertTrue(text.matches(Cursor.PATTERN), text);
            assertEquals(cursor, Cursor.read(text, "list"));
        }
    }

    @Test
    void belongsToOneList() {
        String text = new Cursor(0, "a", ID).write("list");
        Refusal refusal = assertThrows(Refusal.class, () -> Cursor.read(text, "another"));
        assertEquals(ErrorCode.VALIDATION_FAILED, refusal.code());
        assertEquals("/input/cursor", refusal.violations().get(0).pointer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "_", "[]", "[1]", "{}", "[\"x\",0,\"k\",\"no id\"]", "[\"x\",\"0\",\"k\",null]", "["})
    void refusesWhatIsNone(String json) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        assertThrows(Refusal.class, () -> Cursor.read(text, "list"));
        assertThrows(Refusal.class, () -> Cursor.read(json, "list"));
    }

    @Test
    void refusesTextThatNoDatabaseHolds() {
        String sound = new String(
                Base64.getUrlDecoder().decode(new Cursor(0, "key", ID).write("list")), StandardCharsets.UTF_8);
        for (String key : new String[] {"a\\u0000b", "\\ud800", "x".repeat(1001)}) {
            String text = Base64.getUrlEncoder()
                    .encodeToString(sound.replace("key", key).getBytes(StandardCharsets.UTF_8));
            assertThrows(Refusal.class, () -> Cursor.read(text, "list"), key);
        }
        assertThrows(Refusal.class, () -> new Cursor(0, "+300000-01-01T00:00:00Z", ID).instant());
        assertThrows(Refusal.class, () -> new Cursor(0, "-1000000-01-01T00:00:00Z", ID).instant());
    }

    @Test
    void refusesKeysThatAreNoMomentsOrNumbers() {
        assertThrows(Refusal.class, () -> new Cursor(0, "soon", ID).instant());
        assertThrows(Refusal.class, () -> new Cursor(0, "1.5", ID).number());
        assertEquals(-3, new Cursor(0, "-3", ID).number());
    }
}
