package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.UUID;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.tool.Caller;
import org.crmagent.tool.Source;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Caller ADA = new Caller("issuer", "ada", null);
    private static final Caller BOB = new Caller("issuer", "bob", null);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void allowsAllWhenOff() {
        RateLimit limit = limit(0);
        for (int i = 0; i < 100; i++) {
            assertEquals(0, limit.take(ADA));
        }
    }

    @Test
    void refillsEvenlyForEachSubject() {
        RateLimit limit = limit(6);
        for (int i = 0; i < 6; i++) {
            assertEquals(0, limit.take(ADA));
        }
        assertEquals(10, limit.take(ADA));
        assertEquals(0, limit.take(BOB));
        now = now.plusSeconds(9);
        assertEquals(1, limit.take(ADA));
        now = now.plusSeconds(1);
        assertEquals(0, limit.take(ADA));
        assertEquals(10, limit.take(ADA));
    }

    @Test
    void holdsAMinutesCallsAtMost() {
        RateLimit limit = limit(2);
        now = now.plusSeconds(3600);
        assertEquals(0, limit.take(ADA));
        assertEquals(0, limit.take(ADA));
        assertEquals(30, limit.take(ADA));
    }

    @Test
    void remembersOnlyTheLatestSubjects() {
        RateLimit limit = limit(1);
        assertEquals(0, limit.take(ADA));
        assertEquals(60, limit.take(ADA));
        for (int i = 0; i < RateLimit.SUBJECTS; i++) {
            assertEquals(0, limit.take(new Caller("issuer", "subject-" + i, null)));
        }
        assertEquals(0, limit.take(ADA));
        assertEquals(60, limit.take(new Caller("issuer", "subject-" + (RateLimit.SUBJECTS - 1), null)));
    }

    private RateLimit limit(int callsPerMinute) {
        RateLimit limit = new RateLimit();
        limit.settings = new Settings() {
            @Override
            public long number(Setting setting) {
                return callsPerMinute;
            }
        };
        limit.source = new Source() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public UUID newId() {
                throw new AssertionError("a rate limit makes no ids");
            }
        };
        return limit;
    }
}
