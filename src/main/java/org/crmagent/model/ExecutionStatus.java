package org.crmagent.model;

/** How far a script execution is. What is completed or abandoned stays as it is. */
public enum ExecutionStatus {
    IN_PROGRESS,
    COMPLETED,
    ABANDONED
}
