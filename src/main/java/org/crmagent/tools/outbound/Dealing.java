package org.crmagent.tools.outbound;

import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Violations;

/** How a call wants contacts dealt among agents as they are added. */
public record Dealing(
        @Doc("round_robin: in turn; balanced: to the least loaded; weighted: in proportion to weights.")
        Strategy strategy,

        @Flat AmongAgents among) {

    void check(String pointer, Violations violations) {
        among.check(pointer, strategy == Strategy.WEIGHTED, violations);
    }
}
