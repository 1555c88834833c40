package org.crmagent.model.calling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.crmagent.model.Audience;
import org.crmagent.model.CallConsent;
import org.crmagent.model.CallOutcome;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.ContactState;
import org.crmagent.model.LegalBasis;
import org.jspecify.annotations.Nullable;

/** Tells whether contacts of one campaign may be called at one moment. */
public record Callability(CallingCampaign campaign, ConsumerRules consumerRules, Instant now) {

    /** All that is in the way of calling the contact, in the order of {@link NotCallableReason}; empty: it is callable. */
    public List<NotCallableReason> reasons(CallingContact contact) {
        return Stream.of(NotCallableReason.values())
                .filter(reason -> holds(reason, contact))
                .toList();
    }

    private boolean holds(NotCallableReason reason, CallingContact contact) {
        return switch (reason) {
            case CAMPAIGN_NOT_ACTIVE -> campaign.status() != CampaignStatus.ACTIVE;
            case CAMPAIGN_NOT_STARTED -> campaign.startsOn() != null && today().isBefore(campaign.startsOn());
            case CAMPAIGN_ENDED -> campaign.endsOn() != null && today().isAfter(campaign.endsOn());
            case NOT_OPEN -> !ContactState.OPEN.contains(contact.state());
            case DO_NOT_CALL -> contact.doNotCall() || (!consumer() && contact.callConsent() == CallConsent.REFUSED);
            case WITHOUT_PHONE -> !contact.hasPhone();
            case WRONG_NUMBER -> contact.lastOutcome() == CallOutcome.WRONG_NUMBER;
            case MAX_ATTEMPTS_REACHED -> contact.attempts() >= campaign.maxAttempts();
            case FOLLOW_UP_LATER -> isAfter(contact.nextFollowUpAt(), now);
            case RETRY_DELAY_RUNNING -> retryDelayRunning(contact);
            case OUTSIDE_CALLING_WINDOW -> outsideCallingWindow();
            case CONSENT_MISSING -> needsConsent() && missing(contact);
            case CONSENT_EXPIRED -> needsConsent() && expired(contact);
            case CONSENT_WITHDRAWN -> consumer() && contact.callConsent() == CallConsent.REFUSED;
            case OUTSIDE_LEGAL_HOURS -> consumer() && !consumerRules.isLegalHour(local(zone(contact)));
            case LEGAL_CALL_LIMIT_REACHED ->
                consumer() && isAfter(contact.limitingCallAt(), consumerRules.callsCountAfter(now));
            case REFUSAL_COOL_OFF ->
                consumer() && isAfter(contact.lastRefusedAt(), consumerRules.refusalsCountAfter(now));
        };
    }

    private boolean consumer() {
        return campaign.audience() == Audience.CONSUMER;
    }

    private boolean needsConsent() {
        return consumer() && campaign.legalBasis() != LegalBasis.EXISTING_CONTRACT;
    }

    /** Without its date a consent is no proof. */
    private static boolean missing(CallingContact contact) {
        return contact.callConsent() == CallConsent.UNKNOWN
                || (contact.callConsent() == CallConsent.GRANTED && contact.callConsentAt() == null);
    }

    private boolean expired(CallingContact contact) {
        return contact.callConsent() == CallConsent.GRANTED
                && contact.callConsentAt() != null
                && contact.callConsentAt().isBefore(consumerRules.consentSince(now));
    }

    /** A follow-up that is due was agreed on, so it does not wait for the delay between attempts. */
    private boolean retryDelayRunning(CallingContact contact) {
        boolean followUpDue =
                contact.nextFollowUpAt() != null && !contact.nextFollowUpAt().isAfter(now);
        return !followUpDue
                && isAfter(contact.lastCallAt(), now.minus(Duration.ofMinutes(campaign.retryDelayMinutes())));
    }

    private boolean outsideCallingWindow() {
        LocalDateTime local = local(zone());
        return !campaign.callingWindows().isEmpty()
                && campaign.callingWindows().stream().noneMatch(window -> window.contains(local));
    }

    private ZoneId zone() {
        return Zones.of(campaign.timezone(), Zones.OF_FRANCE);
    }

    private ZoneId zone(CallingContact contact) {
        return Zones.of(contact.timezone(), zone());
    }

    private LocalDate today() {
        return local(zone()).toLocalDate();
    }

    private LocalDateTime local(ZoneId zone) {
        return LocalDateTime.ofInstant(now, zone);
    }

    private static boolean isAfter(@Nullable Instant moment, Instant other) {
        return moment != null && moment.isAfter(other);
    }
}
