package org.crmagent.tools.outbound;

import java.util.UUID;
import org.crmagent.tool.Doc;

/** What an assignment means for one agent; loads are open contacts in all campaigns. */
public record AgentShare(
        @Doc("The agent.") UUID agentId,
        @Doc(value = "Name.", max = 80) String fullName,
        @Doc("Load before.") long before,
        @Doc("Contacts of this call that the agent gets.") long assigned,
        @Doc("Load after.") long after) {}
