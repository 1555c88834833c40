package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code bulk_get_agent_workloads}. */
@ToolSpec(
        title = "Compare agent workloads",
        description =
                "Tells for up to 200 agents at once how many open contacts each has, by state, which follow-ups are due or"
                        + " overdue, and how many calls were made today and on the last seven days; and how many open contacts nobody"
                        + " is assigned to. Use it before assigning contacts, or to see who is overloaded or idle.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(description = "All active agents, over all campaigns.", input = "{}"),
            @ToolSpec.Example(description = "Two agents in one campaign.", input = """
                            {"agentIds": ["a0000001-0000-4000-8000-000000000001", "a0000001-0000-4000-8000-000000000002"],
                             "campaignIds": ["c0000001-0000-4000-8000-000000000001"]}""")
        })
public class BulkGetAgentWorkloads implements Tool<BulkGetAgentWorkloads.Input, BulkGetAgentWorkloads.Output> {
    private static final int MOST = 200;

    private static final String AGENTS = """
            select id, full_name, status, daily_capacity
            from app_user
            where organization_id = :organizationId and role = 'agent'
              and case when :named then id = any (:agentIds::uuid[]) else status = 'active' end
            order by name_key, id
            limit :most
            """;

    private static final String CAMPAIGNS =
            "select id from campaign where organization_id = :organizationId and id = any (:campaignIds::uuid[])";

    private static final String UNASSIGNED = """
            select coalesce(sum(n.contacts), 0) as contacts
            from campaign_contact_count n
            join campaign c on c.organization_id = n.organization_id and c.id = n.campaign_id
            where n.organization_id = :organizationId and n.assigned_agent_id is null and n.state = any (:open)
              and case when :everywhere then c.status not in ('completed', 'archived')
                       else c.id = any (:campaignIds::uuid[]) end
            """;

    @Inject
    Sql sql;

    @Inject
    Workloads workloads;

    /** What is asked. */
    public record Input(
            @Doc(value = "The agents; all active ones when absent.", min = 1, max = MOST, unique = true) @Nullable
            List<UUID> agentIds,

            @Doc(value = "Count only in these campaigns; in all when absent.", min = 1, max = 50, unique = true)
            @Nullable
            List<UUID> campaignIds) {}

    /** What is answered. */
    public record Output(
            @Doc(value = "One row for each agent, by name.", max = MOST)
            List<AgentWorkload> agents,

            @Doc(
                    "Open contacts without an agent: in the campaigns asked for, else in all that are neither completed nor archived.")
            long unassignedContacts,

            @Doc(value = "Ids asked for that are no agent or campaign of this organization.", max = 250)
            List<UUID> notFound) {}

    @Override
    public Result<Output> run(Input input, Call call) {
        List<AgentRow> found = agents(input.agentIds());
        boolean more = found.size() > MOST;
        List<AgentRow> agents = more ? found.subList(0, MOST) : found;
        List<AgentWorkload> rows = workloads.of(agents, input.campaignIds(), call.now());
        Output output = new Output(rows, unassigned(input.campaignIds()), notFound(input, agents));
        return Result.of(output, summary(output))
                .warn(warnings(output, more))
                .next(NextAction.of(
                        "list_campaigns",
                        "Shows how many contacts each active campaign has, and how many are unassigned.",
                        Map.of("statuses", List.of("active"))));
    }

    private List<AgentRow> agents(@Nullable List<UUID> ids) {
        return sql.of(AGENTS)
                .set("named", ids != null)
                .set("agentIds", ids == null ? List.of() : ids)
                .set("most", MOST + 1)
                .list(AgentRow::of);
    }

    private long unassigned(@Nullable List<UUID> campaignIds) {
        return sql.of(UNASSIGNED)
                .set("open", ContactState.OPEN)
                .set("everywhere", campaignIds == null)
                .set("campaignIds", campaignIds == null ? List.of() : campaignIds)
                .one(row -> row.number("contacts"));
    }

    private List<UUID> notFound(Input input, List<AgentRow> agents) {
        Set<UUID> missing = new LinkedHashSet<>(input.agentIds() == null ? List.of() : input.agentIds());
        agents.forEach(agent -> missing.remove(agent.id()));
        if (input.campaignIds() != null) {
            Set<UUID> known = new HashSet<>(
                    sql.of(CAMPAIGNS).set("campaignIds", input.campaignIds()).list(row -> row.uuid("id")));
            input.campaignIds().stream().filter(id -> !known.contains(id)).forEach(missing::add);
        }
        return List.copyOf(missing);
    }

    private static String summary(Output output) {
        long open =
                output.agents().stream().mapToLong(AgentWorkload::assignedOpen).sum();
        long overdue = output.agents().stream()
                .mapToLong(AgentWorkload::followUpsOverdue)
                .sum();
        return Counted.of(output.agents().size(), "agent has ", "agents have ") + Counted.of(open, "open contact")
                + " and "
                + Counted.of(overdue, "overdue follow-up") + "; "
                + Counted.of(output.unassignedContacts(), "open contact has", "open contacts have") + " no agent.";
    }

    private static List<Warning> warnings(Output output, boolean more) {
        List<Warning> warnings = new ArrayList<>();
        if (!output.notFound().isEmpty()) {
            warnings.add(new Warning(
                    "not_found",
                    output.notFound().size() + " ids name no agent or campaign of this organization.",
                    null));
        }
        if (more) {
            warnings.add(new Warning(
                    "more_agents",
                    "There are more active agents than the " + MOST + " shown: name the others in agentIds.",
                    null));
        }
        return warnings;
    }
}
