package org.crmagent.model.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchConsumerRulesTest {
    private static final LocalTime MORNING = LocalTime.of(11, 0);

    private final ConsumerRules rules = new FrenchConsumerRules();

    @ParameterizedTest
    @CsvSource({
        "09:59:59.999999, false",
        "10:00, true",
        "12:59:59.999999, true",
        "13:00, false",
        "13:59:59.999999, false",
        "14:00, true",
        "19:59:59.999999, true",
        "20:00, false",
        "00:00, false"
    })
    void allowsTheHoursOfAWorkday(LocalTime time, boolean legal) {
        assertEquals(legal, rules.isLegalHour(LocalDate.of(2026, 11, 24).atTime(time)));
    }

    @Test
    void allowsMondayToFriday() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        for (int day = 0; day < 7; day++) {
            assertEquals(day < 5, legal(monday.plusDays(day)), monday.plusDays(day) + "");
        }
    }

    @Test
    void knowsTheHolidaysOfAYear() {
        // Those that fall on a weekend in 2026 (15 August, 1 November) are no legal days anyway.
        Set<LocalDate> holidays = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !legal(day))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                dates(
                        "2026-01-01",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-08",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-07-14",
                        "2026-11-11",
                        "2026-12-25"),
                holidays);
        assertFalse(legal(LocalDate.of(2025, 8, 15)), "a Friday");
        assertFalse(legal(LocalDate.of(2027, 11, 1)), "a Monday");
    }

    /** Easter as published, with the earliest and latest of two centuries; the three movable holidays follow it. */
    @ParameterizedTest
    @CsvSource({
        "2008-03-23", "2024-03-31", "2025-04-20", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
        "2032-03-28", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28", "1954-04-18", "1981-04-19"
    })
    void computesWhatMovesWithEaster(LocalDate easter) {
        assertFalse(legal(easter.plusDays(1)), "Easter Monday");
        assertFalse(legal(easter.plusDays(39)), "Ascension Day");
        assertFalse(legal(easter.plusDays(50)), "Whit Monday");
        assertTrue(legal(easter.minusDays(2)), "Good Friday is a holiday in some departments only");
        assertTrue(legal(easter.plusDays(2)), "the Tuesday after Easter");
    }

    @Test
    void countsDaysOf24Hours() {
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        assertEquals(Instant.parse("2025-11-24T10:00:00Z"), rules.consentSince(now));
        assertEquals(Instant.parse("2026-10-25T10:00:00Z"), rules.callsCountAfter(now));
        assertEquals(Instant.parse("2026-09-25T10:00:00Z"), rules.refusalsCountAfter(now));
        assertEquals(4, rules.callLimit());
    }

    private boolean legal(LocalDate day) {
        return rules.isLegalHour(LocalDateTime.of(day, MORNING));
    }

    private static Set<LocalDate> dates(String... days) {
        return new TreeSet<>(List.of(days).stream().map(LocalDate::parse).toList());
    }
}
