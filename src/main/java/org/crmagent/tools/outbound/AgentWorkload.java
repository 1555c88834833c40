package org.crmagent.tools.outbound;

import java.util.Map;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.model.UserStatus;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** What one agent has to do and has done. */
public record AgentWorkload(
        @Doc("The agent.") UUID agentId,

        @Doc(value = "Name of the agent, cut at 40 characters.", max = AgentWorkload.LONGEST_NAME)
        String fullName,

        @Doc("Only active agents can be assigned contacts.") UserStatus status,

        @Doc("Open contacts assigned to the agent (states to_call, in_progress, follow_up).")
        long assignedOpen,

        @Doc(value = "Contacts assigned to the agent by state; states without any are left out.", max = 7)
        Map<ContactState, Long> byState,

        @Doc("Pending follow-ups of the agent that fall on today, by each campaign's calendar.")
        long followUpsDueToday,

        @Doc("Pending follow-ups of the agent whose time has passed.")
        long followUpsOverdue,

        @Doc("Calls of the agent since midnight in the agent's time zone.")
        long callsToday,

        @Doc("Calls of the agent on the last seven calendar days in the agent's time zone, today included.")
        long callsLast7Days,

        @Doc("Contacts a day the agent is meant to work; information only. Null where nobody set it.") @Nullable
        Integer dailyCapacity,

        @Doc("assignedOpen divided by dailyCapacity, rounded to two digits; null without a capacity.") @Nullable
        Double loadRatio) {

    /** So that two hundred agents fit into one answer, whatever they are called. */
    static final int LONGEST_NAME = 40;
}
