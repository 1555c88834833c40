package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgentsAskedTest {
    private static final UUID ANNE = new UUID(0, 1);
    private static final UUID BRUNO = new UUID(0, 2);
    private static final UUID CHLOE = new UUID(0, 3);

    @Test
    void replacesAll() {
        AgentsAsked asked = new AgentsAsked("/agentIds", List.of(BRUNO, CHLOE), List.of(), List.of(ANNE, BRUNO), true);
        assertEquals(List.of(CHLOE), asked.added());
        assertEquals(List.of(ANNE), asked.removed());
    }

    @Test
    void addsAndRemovesAndKeepsTheOthers() {
        AgentsAsked asked =
                new AgentsAsked("/addAgentIds", List.of(BRUNO, CHLOE), List.of(ANNE), List.of(ANNE, BRUNO), false);
        assertEquals(List.of(CHLOE), asked.added());
        assertEquals(List.of(ANNE), asked.removed());
    }
}
