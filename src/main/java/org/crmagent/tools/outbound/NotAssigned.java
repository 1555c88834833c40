package org.crmagent.tools.outbound;

import org.crmagent.tool.Doc;

/** Why contacts were left as they are: each for the first reason that holds. */
public record NotAssigned(
        @Doc("In a state that is not open.") long notOpen,
        @Doc("Do-not-call.") long doNotCall,
        @Doc("Has an agent already.") long alreadyAssigned,

        @Doc("Has no agent to take away; only with unassign.")
        long notAssigned,

        @Doc("More than the agents may get.") long overCapacity,
        @Doc("Beyond the limit.") long overLimit) {

    static NotAssigned of(Decision decision) {
        return new NotAssigned(
                decision.skipped("notOpen"),
                decision.skipped("doNotCall"),
                decision.skipped("alreadyAssigned"),
                decision.skipped("notAssigned"),
                decision.skipped("overCapacity"),
                decision.skipped("overLimit"));
    }

    /** The sentence with how many there are of each. */
    Funnel told(Funnel funnel) {
        return funnel.and(notOpen, "not open")
                .and(doNotCall, "do-not-call")
                .and(alreadyAssigned, "assigned already")
                .and(notAssigned, "nobody's")
                .and(overCapacity, "more than the agents may get")
                .and(overLimit, "over the limit");
    }
}
