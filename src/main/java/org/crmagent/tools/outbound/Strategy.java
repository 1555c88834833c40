package org.crmagent.tools.outbound;

/** How contacts are dealt among agents. */
public enum Strategy {
    /** One after the other, each agent in turn. */
    ROUND_ROBIN,
    /** Each next contact to the agent with the least open contacts. */
    BALANCED,
    /** In proportion to weights. */
    WEIGHTED
}
