package org.crmagent.model.calling;

import java.time.Instant;
import org.crmagent.model.CallConsent;
import org.crmagent.model.CallOutcome;
import org.crmagent.model.ContactState;
import org.jspecify.annotations.Nullable;

/**
 * What of a contact in a campaign decides whether it is callable.
 *
 * @param nextFollowUpAt when the earliest pending follow-up in this campaign is due
 * @param hasPhone whether there is a number in the normal form
 * @param callConsentAt null where nobody kept the moment
 * @param timezone as loaded, possibly none that exists
 * @param limitingCallAt of the calls in all campaigns, detached ones too, the latest by which the limit of calls is
 *     reached: with a limit of four the fourth latest; needed for consumers only
 * @param lastRefusedAt the latest call that ended in a refusal, over all campaigns, too; needed for consumers only
 */
public record CallingContact(
        ContactState state,
        int attempts,
        @Nullable Instant lastCallAt,
        @Nullable CallOutcome lastOutcome,
        @Nullable Instant nextFollowUpAt,
        boolean doNotCall,
        boolean hasPhone,
        CallConsent callConsent,
        @Nullable Instant callConsentAt,
        @Nullable String timezone,
        @Nullable Instant limitingCallAt,
        @Nullable Instant lastRefusedAt) {}
