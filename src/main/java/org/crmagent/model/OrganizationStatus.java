package org.crmagent.model;

/** Whether an organization may be changed: a suspended one can only be read. */
public enum OrganizationStatus {
    ACTIVE,
    SUSPENDED
}
