package org.crmagent.tools.outbound;

import java.util.List;
import java.util.UUID;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks of a campaign's agents.
 *
 * @param pointer where those that shall be in the campaign stand in the input
 * @param joining those that shall be in it, present ones too
 * @param leaving those that are named to be taken out
 * @param present those that are in it now
 * @param replaces true when nobody but {@code joining} shall stay
 */
record AgentsAsked(String pointer, List<UUID> joining, List<UUID> leaving, List<UUID> present, boolean replaces) {

    /** Of a new campaign. */
    static AgentsAsked first(@Nullable List<UUID> agentIds) {
        return new AgentsAsked("/agentIds", orNone(agentIds), List.of(), List.of(), true);
    }

    /** Of a change. */
    static AgentsAsked of(UpdateOutboundCampaign.Input input, List<UUID> present) {
        return input.agentIds() != null
                ? new AgentsAsked("/agentIds", input.agentIds(), List.of(), present, true)
                : new AgentsAsked(
                        "/addAgentIds", orNone(input.addAgentIds()), orNone(input.removeAgentIds()), present, false);
    }

    /** The rules across the members that ask for agents. */
    static void check(UpdateOutboundCampaign.Input input, Violations violations) {
        List<UUID> adding = orNone(input.addAgentIds());
        List<UUID> removing = orNone(input.removeAgentIds());
        if (input.agentIds() != null && (input.addAgentIds() != null || input.removeAgentIds() != null)) {
            violations.add("/agentIds", "not_together", "give agentIds, or addAgentIds and removeAgentIds, not both");
        }
        for (int i = 0; i < adding.size(); i++) {
            if (removing.contains(adding.get(i))) {
                violations.add("/addAgentIds/" + i, "added_and_removed", "the agent is to be added and removed");
            }
        }
    }

    List<UUID> added() {
        return without(joining, present);
    }

    List<UUID> removed() {
        return replaces ? without(present, joining) : leaving;
    }

    private static List<UUID> orNone(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }

    private static List<UUID> without(List<UUID> all, List<UUID> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }
}
