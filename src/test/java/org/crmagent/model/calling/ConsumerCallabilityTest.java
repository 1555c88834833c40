package org.crmagent.model.calling;

import static org.crmagent.model.calling.NotCallableReason.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.crmagent.model.CallConsent;
import org.crmagent.model.LegalBasis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The law on calls to consumers, at each of its boundaries. */
class ConsumerCallabilityTest {
    /** Eleven o'clock on a Tuesday in Paris. */
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private final Case consumer = Case.consumer();

    @Test
    void isCallableWithConsentInLegalHours() {
        assertEquals(List.of(), consumer.at(NOW));
    }

    @Test
    void keepsAConsentFor365Days() {
        consumer.consentAt = NOW.minus(Duration.ofDays(365));
        assertEquals(List.of(), consumer.at(NOW));
        consumer.consentAt = NOW.minus(Duration.ofDays(365)).minus(MICROSECOND);
        assertEquals(List.of(CONSENT_EXPIRED), consumer.at(NOW));
    }

    @Test
    void missesAConsentThatWasNeverGivenOrHasNoDate() {
        consumer.consentAt = null;
        assertEquals(List.of(CONSENT_MISSING), consumer.at(NOW));
        consumer.consent = CallConsent.UNKNOWN;
        assertEquals(List.of(CONSENT_MISSING), consumer.at(NOW));
        consumer.consentAt = NOW;
        assertEquals(List.of(CONSENT_MISSING), consumer.at(NOW));
        consumer.legalBasis = null;
        assertEquals(List.of(CONSENT_MISSING), consumer.at(NOW), "a campaign without a legal basis needs consent");
    }

    @ParameterizedTest
    @EnumSource(CallConsent.class)
    void needsNoConsentUnderAContractButRespectsARefusal(CallConsent consent) {
        consumer.legalBasis = LegalBasis.EXISTING_CONTRACT;
        consumer.consent = consent;
        consumer.consentAt = NOW.minus(Duration.ofDays(900));
        assertEquals(consent == CallConsent.REFUSED ? List.of(CONSENT_WITHDRAWN) : List.of(), consumer.at(NOW));
    }

    @Test
    void respectsARefusalWithOrWithoutItsDate() {
        consumer.consent = CallConsent.REFUSED;
        assertEquals(List.of(CONSENT_WITHDRAWN), consumer.at(NOW));
        consumer.consentAt = null;
        assertEquals(List.of(CONSENT_WITHDRAWN), consumer.at(NOW));
    }

    @Test
    void keepsLegalHoursOnBothSidesOfTheChangeOfTheClock() {
        assertEquals(List.of(OUTSIDE_LEGAL_HOURS), consumer.at("2026-10-23T07:59:59.999999Z"));
        assertEquals(List.of(CONSENT_EXPIRED), Case.consumer().at("2027-12-07T09:00:00Z"));
        assertEquals(List.of(), consumer.at("2026-10-23T08:00:00Z"), "Friday, summer");
        assertEquals(List.of(OUTSIDE_LEGAL_HOURS), consumer.at("2026-10-26T08:59:59.999999Z"));
        assertEquals(List.of(), consumer.at("2026-10-26T09:00:00Z"), "Monday, winter");
        assertEquals(List.of(), consumer.at("2026-10-26T18:59:59.999999Z"));
        assertEquals(List.of(OUTSIDE_LEGAL_HOURS), consumer.at("2026-10-26T19:00:00Z"));
        assertEquals(List.of(OUTSIDE_LEGAL_HOURS), consumer.at("2027-03-29T09:00:00Z"), "Easter Monday");
        assertEquals(List.of(), consumer.at("2027-03-30T08:00:00Z"), "the Tuesday after it, summer");
        assertEquals(List.of(OUTSIDE_LEGAL_HOURS), consumer.at("2027-03-30T11:00:00Z"), "lunch");
    }

    @Test
    void takesTheHoursOfWhereTheContactLives() {
        consumer.contactZone = "America/Martinique";
        assertEquals(List.of(OUTSIDE_LEGAL_HOURS), consumer.at(NOW), "six o'clock in the morning");
        assertEquals(List.of(), consumer.at("2026-11-24T23:59:00Z"), "almost eight in the evening");
        consumer.contactZone = " america/MARTINIQUE";
        assertEquals(List.of(OUTSIDE_LEGAL_HOURS), consumer.at(NOW));
        consumer.campaignZone = "Indian/Reunion";
        for (String none : List.of("nowhere", "", "+04:00", "Z")) {
            consumer.contactZone = none;
            assertEquals(List.of(), consumer.at("2026-11-24T06:00:00Z"), "the campaign's zone for " + none);
            assertEquals(List.of(OUTSIDE_LEGAL_HOURS), consumer.at("2026-11-24T16:00:00Z"), none);
        }
    }

    @Test
    void isAHolidayWhereTheContactLives() {
        consumer.contactZone = "Pacific/Noumea";
        assertEquals(List.of(), consumer.at("2026-11-10T00:00:00Z"), "Tuesday, 11 o'clock in Nouméa");
        assertEquals(List.of(OUTSIDE_LEGAL_HOURS), consumer.at("2026-11-11T00:00:00Z"), "11 November there");
        consumer.contactZone = "Pacific/Tahiti";
        assertEquals(List.of(OUTSIDE_LEGAL_HOURS), consumer.at("2026-11-12T00:30:00Z"), "still 11 November there");
    }

    @Test
    void stopsAtTheFourthCallIn30Days() {
        consumer.limitingCallAt = NOW.minus(Duration.ofDays(30)).plus(MICROSECOND);
        assertEquals(List.of(LEGAL_CALL_LIMIT_REACHED), consumer.at(NOW));
        consumer.limitingCallAt = NOW.minus(Duration.ofDays(30));
        assertEquals(List.of(), consumer.at(NOW));
    }

    @Test
    void waits60DaysAfterARefusal() {
        consumer.lastRefusedAt = NOW.minus(Duration.ofDays(60)).plus(MICROSECOND);
        assertEquals(List.of(REFUSAL_COOL_OFF), consumer.at(NOW));
        consumer.lastRefusedAt = NOW.minus(Duration.ofDays(60));
        assertEquals(List.of(), consumer.at(NOW));
    }

    @Test
    void tellsAllReasonsInTheContractsOrder() {
        consumer.consent = CallConsent.REFUSED;
        consumer.limitingCallAt = NOW;
        consumer.lastRefusedAt = NOW;
        assertEquals(
                List.of(CONSENT_WITHDRAWN, OUTSIDE_LEGAL_HOURS, LEGAL_CALL_LIMIT_REACHED, REFUSAL_COOL_OFF),
                consumer.at("2026-11-24T03:00:00Z"));
    }
}
