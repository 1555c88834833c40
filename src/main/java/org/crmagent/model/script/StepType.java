package org.crmagent.model.script;

/** What a step of a call script is. */
public enum StepType {
    /** Read aloud by the caller; takes no answer. */
    INSTRUCTION,
    /** Takes an answer in free words. */
    QUESTION,
    /** Takes {@code Oui} or {@code Non}. */
    YESNO,
    /** Takes one of its options. */
    SELECT
}
