package org.crmagent.model;

/** What a contact has said to being called. */
public enum CallConsent {
    UNKNOWN,
    GRANTED,
    REFUSED
}
