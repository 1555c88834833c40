package org.crmagent.model;

/** How a call ended. */
public enum CallOutcome {
    ANSWERED,
    NO_ANSWER,
    BUSY,
    VOICEMAIL,
    WRONG_NUMBER,
    CALLBACK_REQUESTED,
    REFUSED
}
