package org.crmagent.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallingWindowTest {

    @Test
    void overlapsWhereADayAndAMinuteAreShared() {
        CallingWindow morning = window("09:00", "12:00", Weekday.MONDAY, Weekday.TUESDAY);
        assertTrue(morning.overlaps(window("11:59", "13:00", Weekday.TUESDAY)));
        assertTrue(window("10:00", "11:00", Weekday.MONDAY).overlaps(morning));
        assertFalse(morning.overlaps(window("12:00", "13:00", Weekday.MONDAY)));
        assertFalse(morning.overlaps(window("09:00", "12:00", Weekday.FRIDAY)));
    }

    @Test
    void isLegalForConsumersWithinOneOfTheLegalHours() {
        assertTrue(window("10:00", "13:00", Weekday.MONDAY).legalForConsumers());
        assertTrue(window("15:00", "20:00", Weekday.FRIDAY).legalForConsumers());
        assertFalse(window("09:59", "13:00", Weekday.MONDAY).legalForConsumers());
        assertFalse(window("14:00", "20:01", Weekday.MONDAY).legalForConsumers());
        assertFalse(window("10:00", "20:00", Weekday.MONDAY).legalForConsumers(), "the pause at noon");
        assertFalse(window("10:00", "12:00", Weekday.MONDAY, Weekday.SATURDAY).legalForConsumers());
    }

    @Test
    void isReadAsItWasWritten() {
        List<CallingWindow> windows = List.of(window("09:05", "23:59", Weekday.SUNDAY, Weekday.MONDAY));
        try (JsonReader reader = Json.createReader(new StringReader(CallingWindow.write(windows)))) {
            assertEquals(windows, CallingWindow.read(reader.readArray()));
        }
    }

    private static CallingWindow window(String from, String to, Weekday... days) {
        return new CallingWindow(List.of(days), LocalTime.parse(from), LocalTime.parse(to));
    }
}
