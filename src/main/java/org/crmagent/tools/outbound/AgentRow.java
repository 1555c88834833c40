package org.crmagent.tools.outbound;

import java.util.UUID;
import org.crmagent.model.UserStatus;
import org.crmagent.store.Row;
import org.jspecify.annotations.Nullable;

/** An agent as workloads need it. */
record AgentRow(
        UUID id,
        String fullName,
        UserStatus status,
        @Nullable Integer dailyCapacity) {

    /** From the columns {@code id, full_name, status, daily_capacity}. */
    static AgentRow of(Row row) {
        return new AgentRow(
                row.uuid("id"),
                row.cell("full_name"),
                row.constant("status", UserStatus.class),
                row.integerOrNull("daily_capacity"));
    }
}
