package org.crmagent.model;

/** Whether a user works; only active agents can be assigned. */
public enum UserStatus {
    ACTIVE,
    PAUSED,
    INACTIVE
}
