package org.crmagent.model.calling;

import static org.crmagent.model.calling.NotCallableReason.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.crmagent.model.CallConsent;
import org.crmagent.model.CallOutcome;
import org.crmagent.model.CallingWindow;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.ContactState;
import org.crmagent.model.Weekday;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds in every campaign; {@link ConsumerCallabilityTest} has the law. */
class CallabilityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T22:30:00Z");
    private static final Instant MICROSECOND_LATER = NOW.plusNanos(1000);

    private final Case contact = new Case();

    @Test
    void isCallableWhereNothingIsInTheWay() {
        assertEquals(List.of(), contact.at(NOW));
    }

    @ParameterizedTest
    @EnumSource(CampaignStatus.class)
    void needsAnActiveCampaign(CampaignStatus status) {
        contact.status = status;
        assertEquals(status == CampaignStatus.ACTIVE ? List.of() : List.of(CAMPAIGN_NOT_ACTIVE), contact.at(NOW));
    }

    @Test
    void countsBothDaysOfACampaignInItsOwnZone() {
        contact.startsOn = LocalDate.of(2026, 11, 24);
        contact.endsOn = LocalDate.of(2026, 11, 24);
        assertEquals(List.of(CAMPAIGN_NOT_STARTED), contact.at("2026-11-23T22:59:59.999999Z"));
        assertEquals(List.of(), contact.at("2026-11-23T23:00:00Z"));
        assertEquals(List.of(), contact.at("2026-11-24T22:59:59.999999Z"));
        assertEquals(List.of(CAMPAIGN_ENDED), contact.at("2026-11-24T23:00:00Z"));
        contact.campaignZone = "indian/reunion";
        assertEquals(List.of(), contact.at("2026-11-23T20:00:00Z"));
        assertEquals(List.of(CAMPAIGN_ENDED), contact.at("2026-11-24T20:00:00Z"));
    }

    @Test
    void startsAndEndsOnDaysOf23And25Hours() {
        contact.startsOn = LocalDate.of(2026, 3, 29);
        contact.endsOn = LocalDate.of(2026, 3, 29);
        assertEquals(List.of(), contact.at("2026-03-28T23:00:00Z"));
        assertEquals(List.of(CAMPAIGN_ENDED), contact.at("2026-03-29T22:00:00Z"));
        contact.startsOn = LocalDate.of(2026, 10, 25);
        contact.endsOn = LocalDate.of(2026, 10, 25);
        assertEquals(List.of(), contact.at("2026-10-24T22:00:00Z"));
        assertEquals(List.of(), contact.at("2026-10-25T22:59:59Z"));
    }

    @ParameterizedTest
    @EnumSource(ContactState.class)
    void needsAnOpenState(ContactState state) {
        contact.state = state;
        boolean open =
                state == ContactState.TO_CALL || state == ContactState.IN_PROGRESS || state == ContactState.FOLLOW_UP;
        assertEquals(open ? List.of() : List.of(NOT_OPEN), contact.at(NOW));
    }

    @Test
    void needsANumberThatIsTheContacts() {
        contact.hasPhone = false;
        assertEquals(List.of(WITHOUT_PHONE), contact.at(NOW));
        contact.lastOutcome = CallOutcome.WRONG_NUMBER;
        assertEquals(List.of(WITHOUT_PHONE, WRONG_NUMBER), contact.at(NOW));
    }

    @Test
    void takesARefusalOfABusinessAsDoNotCallAndAsksForNoMore() {
        contact.consent = CallConsent.REFUSED;
        assertEquals(List.of(DO_NOT_CALL), contact.at(NOW));
        contact.consent = CallConsent.UNKNOWN;
        contact.doNotCall = true;
        assertEquals(List.of(DO_NOT_CALL), contact.at(NOW));
        contact.doNotCall = false;
        contact.limitingCallAt = NOW;
        contact.lastRefusedAt = NOW;
        assertEquals(List.of(), contact.at("2026-11-22T03:00:00Z"), "on a Sunday night");
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        contact.attempts = 4;
        assertEquals(List.of(), contact.at(NOW));
        contact.attempts = 5;
        assertEquals(List.of(MAX_ATTEMPTS_REACHED), contact.at(NOW));
    }

    @Test
    void waitsForTheNextFollowUp() {
        contact.state = ContactState.FOLLOW_UP;
        assertEquals(List.of(), contact.at(NOW), "without a pending follow-up there is nothing to wait for");
        contact.nextFollowUpAt = MICROSECOND_LATER;
        assertEquals(List.of(FOLLOW_UP_LATER), contact.at(NOW));
        contact.state = ContactState.TO_CALL;
        assertEquals(List.of(FOLLOW_UP_LATER), contact.at(NOW), "whatever the state");
        contact.nextFollowUpAt = NOW;
        assertEquals(List.of(), contact.at(NOW));
    }

    @Test
    void keepsTheDelayBetweenAttemptsUnlessAFollowUpIsDue() {
        contact.lastCallAt = NOW.minusSeconds(3600).plusNanos(1000);
        assertEquals(List.of(RETRY_DELAY_RUNNING), contact.at(NOW));
        assertEquals(List.of(), contact.at(MICROSECOND_LATER), "after exactly 60 minutes");
        contact.nextFollowUpAt = MICROSECOND_LATER;
        assertEquals(List.of(FOLLOW_UP_LATER, RETRY_DELAY_RUNNING), contact.at(NOW));
        contact.nextFollowUpAt = NOW;
        assertEquals(List.of(), contact.at(NOW));
    }

    @Test
    void keepsToTheWindowsInTheCampaignsZone() {
        contact.windows = List.of(window("09:00", "12:00"), window("13:30", "18:00"));
        contact.contactZone = "America/Martinique";
        assertEquals(List.of(OUTSIDE_CALLING_WINDOW), contact.at("2026-11-24T07:59:59.999999Z"));
        assertEquals(List.of(), contact.at("2026-11-24T08:00:00Z"));
        assertEquals(List.of(), contact.at("2026-11-24T10:59:59.999999Z"));
        assertEquals(List.of(OUTSIDE_CALLING_WINDOW), contact.at("2026-11-24T11:00:00Z"));
        assertEquals(List.of(), contact.at("2026-11-24T12:30:00Z"));
        assertEquals(List.of(OUTSIDE_CALLING_WINDOW), contact.at("2026-11-25T08:00:00Z"), "a Wednesday");
    }

    @Test
    void followsTheClockWhenItIsPutForwardAndBack() {
        contact.windows = List.of(new CallingWindow(List.of(Weekday.SUNDAY), LocalTime.of(2, 0), LocalTime.of(3, 0)));
        // On 29 March 2026 the hour from 2 to 3 does not exist, on 25 October it comes twice.
        for (String minute : List.of("2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z", "2026-10-25T02:00:00Z")) {
            assertEquals(List.of(OUTSIDE_CALLING_WINDOW), contact.at(minute), minute);
        }
        assertEquals(List.of(), contact.at("2026-10-25T00:30:00Z"));
        assertEquals(List.of(), contact.at("2026-10-25T01:30:00Z"));
    }

    @Test
    void takesZonesThatOnlyPostgresqlKnowsForThatOfFrance() {
        contact.campaignZone = "XYZ+3";
        contact.startsOn = LocalDate.of(2026, 11, 24);
        assertEquals(List.of(CAMPAIGN_NOT_STARTED), contact.at("2026-11-23T22:59:59Z"));
        assertEquals(List.of(), contact.at("2026-11-23T23:00:00Z"));
    }

    @Test
    void tellsAllReasonsInTheContractsOrder() {
        contact.status = CampaignStatus.PAUSED;
        contact.startsOn = LocalDate.of(2027, 1, 1);
        contact.endsOn = LocalDate.of(2026, 1, 1);
        contact.state = ContactState.CLOSED;
        contact.doNotCall = true;
        contact.hasPhone = false;
        contact.lastOutcome = CallOutcome.WRONG_NUMBER;
        contact.attempts = 9;
        contact.nextFollowUpAt = MICROSECOND_LATER;
        contact.lastCallAt = NOW;
        contact.windows = List.of(window("09:00", "12:00"));
        assertEquals(
                List.of(
                        CAMPAIGN_NOT_ACTIVE,
                        CAMPAIGN_NOT_STARTED,
                        CAMPAIGN_ENDED,
                        NOT_OPEN,
                        DO_NOT_CALL,
                        WITHOUT_PHONE,
                        WRONG_NUMBER,
                        MAX_ATTEMPTS_REACHED,
                        FOLLOW_UP_LATER,
                        RETRY_DELAY_RUNNING,
                        OUTSIDE_CALLING_WINDOW),
                contact.at(NOW));
    }

    private static CallingWindow window(String from, String to) {
        return new CallingWindow(List.of(Weekday.TUESDAY), LocalTime.parse(from), LocalTime.parse(to));
    }
}
