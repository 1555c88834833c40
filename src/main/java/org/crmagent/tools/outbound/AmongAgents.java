package org.crmagent.tools.outbound;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Among whom contacts are dealt, and how many of them each may get. */
public record AmongAgents(
        @Doc(
                value =
                        "Active agents, in the order of turns; the campaign's active agents when absent. Others are added"
                                + " to the campaign.",
                min = 1,
                max = 200,
                unique = true)
        @Nullable
        List<UUID> agentIds,

        @Doc(
                value = "Weight of each agent dealt to, 1 to 100, 1 when absent; only with weighted.",
                min = 1,
                max = 200,
                itemMin = 1,
                itemMax = 100)
        @Nullable
        Map<UUID, Integer> weights,

        @Doc(value = "Most contacts that an agent gets by this call.", min = 1, max = 1_000_000) @Nullable
        Integer maxPerAgent) {

    /** Whom the call gives a weight. */
    Set<UUID> weighed() {
        return weights == null ? Set.of() : weights.keySet();
    }

    /**
     * The rules across agents, weights and strategy.
     *
     * @param pointer where these members stand in the input; empty for the input itself
     */
    void check(String pointer, boolean weighted, Violations violations) {
        if (weights != null && !weighted) {
            violations.add(pointer + "/weights", "needs_other", "weights need strategy weighted");
        }
        for (UUID agent : weighed()) {
            if (agentIds != null && !agentIds.contains(agent)) {
                violations.add(
                        pointer + "/weights/" + agent, "no_such_agent", "weighs an agent who is not in agentIds");
            }
        }
    }
}
