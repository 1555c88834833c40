package org.crmagent.tools.outbound;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** How a call wants contacts dealt among agents as they are added. */
public record Dealing(
        @Doc("round_robin: in turn; balanced: to the least loaded; weighted: in proportion to weights.")
        Strategy strategy,

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

    void check(String pointer, Violations violations) {
        check(pointer, strategy == Strategy.WEIGHTED, agentIds, weights, violations);
    }

    /** Rules across strategy, agents and weights. */
    static void check(
            String pointer,
            boolean weighted,
            @Nullable List<UUID> agentIds,
            @Nullable Map<UUID, Integer> weights,
            Violations violations) {
        if (weights == null) {
            return;
        }
        if (!weighted) {
            violations.add(pointer + "/weights", "needs_other", "weights need strategy weighted");
        }
        for (UUID agent : weights.keySet()) {
            if (agentIds != null && !agentIds.contains(agent)) {
                violations.add(
                        pointer + "/weights/" + agent, "no_such_agent", "weighs an agent who is not in agentIds");
            }
        }
    }
}
