package org.crmagent.tools.scriptexecutions;

/** What becomes of answers that a call does not mention. */
public enum AnswersMode {
    /** They are kept. */
    MERGE,
    /** They are forgotten. */
    REPLACE
}
