package org.crmagent.model.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.crmagent.model.CallingWindow;

/** Code de la consommation, L. 223-1 as in force since 2026-08-11; decrees 2022-1313 and 2026-662. */
@ApplicationScoped
public class FrenchConsumerRules implements ConsumerRules {
    private static final Duration CONSENT = Duration.ofDays(365);
    private static final Duration CALL_PERIOD = Duration.ofDays(30);
    private static final Duration COOL_OFF = Duration.ofDays(60);
    private static final int CALL_LIMIT = 4;

    /** Code du travail, L. 3133-1: the holidays of the whole country. */
    private static final Set<MonthDay> FIXED_HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    /** Easter Monday, Ascension Day and Whit Monday, in days after Easter. */
    private static final Set<Long> MOVABLE_HOLIDAYS = Set.of(1L, 39L, 50L);

    @Override
    public Instant consentSince(Instant now) {
        return now.minus(CONSENT);
    }

    @Override
    public boolean isLegalHour(LocalDateTime local) {
        return !isHoliday(local.toLocalDate())
                && CallingWindow.LEGAL_FOR_CONSUMERS.stream().anyMatch(window -> window.contains(local));
    }

    @Override
    public int callLimit() {
        return CALL_LIMIT;
    }

    @Override
    public Instant callsCountAfter(Instant now) {
        return now.minus(CALL_PERIOD);
    }

    @Override
    public Instant refusalsCountAfter(Instant now) {
        return now.minus(COOL_OFF);
    }

    private static boolean isHoliday(LocalDate day) {
        return FIXED_HOLIDAYS.contains(MonthDay.from(day))
                || MOVABLE_HOLIDAYS.contains(ChronoUnit.DAYS.between(easter(day.getYear()), day));
    }

    /** Easter Sunday: the Sunday after the full moon that the Gregorian calendar computes for the 21st of March or later. */
    private static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
        int early = (golden + 11 * epact + 22 * weekday) / 451;
        return LocalDate.of(year, 3, 22).plusDays(epact + weekday - 7L * early);
    }
}
