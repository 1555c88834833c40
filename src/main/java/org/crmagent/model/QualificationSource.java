package org.crmagent.model;

/** Who gave the values of a qualification. */
public enum QualificationSource {
    /** An agent of the API, for whoever it acts. */
    AGENT,
    /** The deployment's AI server, from what a script execution has captured. */
    AUTO
}
