package org.crmagent.model;

/** Whom a campaign calls: consumers are protected by law, businesses less so. */
public enum Audience {
    BUSINESS,
    CONSUMER
}
