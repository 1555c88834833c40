package org.crmagent.store.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;

/** Who may work with contacts: users with the role agent, while they are active. */
@ApplicationScoped
public class Agents {

    /** The status of an agent, the role of anyone else. */
    private static final String STATE = """
            select case when role = 'agent' then status else role end as state
            from app_user where organization_id = :organizationId and id = :id
            """;

    @Inject
    Sql sql;

    /**
     * Lets pass an active agent.
     *
     * @param pointer where the id stands in the input, e.g. {@code /agentId}
     * @throws Refusal {@code not_found}, or {@code invalid_state} for anyone who is no active agent
     */
    public void checkActive(UUID id, String pointer) {
        String state = state(id, pointer);
        if (!state.equals("active")) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE,
                    "Nothing was done: the user " + id + " is " + state + ", no active agent.",
                    List.of(new Violation(
                            Violations.INPUT + pointer,
                            "agent_not_active",
                            "the user is " + state + ": name an active agent",
                            null)),
                    List.of(NextAction.of(
                            "list_outbound_agents",
                            "Shows the active agents.",
                            Map.of("statuses", List.of("active")))));
        }
    }

    /**
     * Lets pass anyone who exists: before versions are compared, which come before what somebody is like.
     *
     * @param pointer where the id stands in the input, e.g. {@code /agentId}
     * @throws Refusal {@code not_found}
     */
    public void checkExists(UUID id, String pointer) {
        state(id, pointer);
    }

    private String state(UUID id, String pointer) {
        return sql.of(STATE)
                .set("id", id)
                .first(row -> row.text("state"))
                .orElseThrow(() -> Refusal.notFound("agent", pointer, id));
    }
}
