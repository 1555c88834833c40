package org.crmagent.tools.outbound;

import java.util.UUID;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** An agent, by id and name. */
public record AgentReference(
        @Doc("The agent.") UUID id,

        @Doc(value = "Name.", max = LONGEST_NAME) String fullName) {

    private static final int LONGEST_NAME = 40;

    /** From {@code assigned_agent_id} and {@code agent_name}; null where nobody is assigned. */
    static @Nullable AgentReference of(Row row, RowSpace space) {
        UUID id = row.uuidOrNull("assigned_agent_id");
        return id == null ? null : new AgentReference(id, space.text(Row.cut(row.text("agent_name"), LONGEST_NAME)));
    }

    /** With the name cut where it is too long. */
    static AgentReference of(UUID id, String fullName) {
        return new AgentReference(id, Row.cut(fullName, LONGEST_NAME));
    }
}
