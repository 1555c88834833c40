package org.crmagent.model.calling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crmagent.model.Audience;
import org.crmagent.model.CallConsent;
import org.crmagent.model.CallOutcome;
import org.crmagent.model.CallingWindow;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.ContactState;
import org.crmagent.model.LegalBasis;
import org.jspecify.annotations.Nullable;

/** A contact that is callable in a campaign of businesses, until a test changes something. */
final class Case {
    CampaignStatus status = CampaignStatus.ACTIVE;

    @Nullable
    LocalDate startsOn;

    @Nullable
    LocalDate endsOn;

    String campaignZone = "Europe/Paris";
    List<CallingWindow> windows = List.of();
    Audience audience = Audience.BUSINESS;

    @Nullable
    LegalBasis legalBasis;

    ContactState state = ContactState.TO_CALL;
    int attempts;

    @Nullable
    Instant lastCallAt;

    @Nullable
    CallOutcome lastOutcome;

    @Nullable
    Instant nextFollowUpAt;

    boolean doNotCall;
    boolean hasPhone = true;
    CallConsent consent = CallConsent.UNKNOWN;

    @Nullable
    Instant consentAt;

    @Nullable
    String contactZone;

    @Nullable
    Instant limitingCallAt;

    @Nullable
    Instant lastRefusedAt;

    /** Makes it a consumer who agreed to be called. */
    static Case consumer() {
        Case made = new Case();
        made.audience = Audience.CONSUMER;
        made.legalBasis = LegalBasis.CONSENT;
        made.consent = CallConsent.GRANTED;
        made.consentAt = Instant.parse("2026-11-01T10:00:00Z");
        return made;
    }

    List<NotCallableReason> at(String now) {
        return at(Instant.parse(now));
    }

    List<NotCallableReason> at(Instant now) {
        CallingCampaign campaign =
                new CallingCampaign(status, startsOn, endsOn, campaignZone, windows, audience, legalBasis, 5, 60);
        return new Callability(campaign, new FrenchConsumerRules(), now)
                .reasons(new CallingContact(
                        state,
                        attempts,
                        lastCallAt,
                        lastOutcome,
                        nextFollowUpAt,
                        doNotCall,
                        hasPhone,
                        consent,
                        consentAt,
                        contactZone,
                        limitingCallAt,
                        lastRefusedAt));
    }
}
