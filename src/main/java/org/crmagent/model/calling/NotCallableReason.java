package org.crmagent.model.calling;

/** Why a contact of a campaign may not be called now, in the order in which reasons are told. */
public enum NotCallableReason {
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
    OUTSIDE_CALLING_WINDOW,
    CONSENT_MISSING,
    CONSENT_EXPIRED,
    CONSENT_WITHDRAWN,
    OUTSIDE_LEGAL_HOURS,
    LEGAL_CALL_LIMIT_REACHED,
    REFUSAL_COOL_OFF
}
