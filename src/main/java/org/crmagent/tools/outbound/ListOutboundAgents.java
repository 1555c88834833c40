package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.Detail;
import org.crmagent.model.UserStatus;
import org.crmagent.store.Page;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** {@code list_outbound_agents}. */
@ToolSpec(
        title = "List agents",
        description =
                "Lists the callers of the organization by name, with status and, if asked, what each has to do. Only users"
                        + " with the role agent are listed. Use it to find agent ids by name, or the agents of one campaign.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "Active agents with their workloads.",
                    input = "{\"statuses\": [\"active\"], \"includeWorkload\": true}"),
            @ToolSpec.Example(
                    description = "One campaign's agents whose name holds gar, accents aside.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\", \"search\": \"gar\"}")
        })
public class ListOutboundAgents implements Tool<ListOutboundAgents.Input, ListOutboundAgents.Output> {

    private static final String MATCHING = """
            from app_user u
            where u.organization_id = :organizationId and u.role = 'agent'
              and (:anyStatus or u.status = any (:statuses))
              and (:search::text is null or u.search like like_pattern(:search::text))
              and (:campaignId::uuid is null or exists (
                     select from campaign_agent a
                     where a.organization_id = :organizationId and a.campaign_id = :campaignId and a.user_id = u.id))
            """;

    private static final String COUNT = "select count(*) as total " + MATCHING;

    private static final String ROWS = "select id, email, full_name, status, timezone, daily_capacity, created_at "
            + MATCHING + "order by name_key, id limit :size offset :offset";

    private static final String CAMPAIGN =
            "select id from campaign where organization_id = :organizationId and id = :campaignId";

    /** So that a page with workloads stays within the budget of a list. */
    private static final int LONGEST_COMPACT = 80;

    @Inject
    Sql sql;

    @Inject
    Workloads workloads;

    /** What is asked. */
    public record Input(
            @Doc(
                    value = "Part of the name or e-mail; case and accents don't matter.",
                    min = 1,
                    max = 200,
                    personal = true)
            @Nullable
            String search,

            @Doc(value = "Only agents in one of these states; all when absent.", min = 1, max = 3, unique = true)
            @Nullable
            List<UserStatus> statuses,

            @Doc("Only agents of this campaign.") @Nullable UUID campaignId,

            @Doc(value = "True: with each agent's workload over all campaigns.", byDefault = "false") @Nullable
            Boolean includeWorkload,

            @Doc(value = "Page, from 1.", min = 1, max = 1_000_000, byDefault = "1") @Nullable
            Integer page,

            @Doc(value = "Rows a page; at most 50 with detail full.", min = 1, max = 100, byDefault = "20") @Nullable
            Integer perPage,

            @Doc(value = "full: all columns.", byDefault = "\"compact\"") @Nullable
            Detail detail) {}

    /** What is answered. */
    public record Output(
            @Doc(value = "The agents of this page, by name.", max = 100)
            List<Agent> agents) {}

    /** One agent. */
    public record Agent(
            @Doc("The agent.") UUID id,

            @Doc(value = "Name; cut at 80 characters unless detail is full.", max = 200)
            String fullName,

            @Doc(value = "E-mail; cut at 80 characters unless detail is full.", max = 200)
            String email,

            @Doc("Only active agents can be assigned contacts.")
            UserStatus status,

            @Doc("Contacts a day the agent is meant to work; null where nobody set it.") @Nullable
            Integer dailyCapacity,

            @Doc(value = "IANA time zone; with detail full.", max = 200)
            Optional<String> timezone,

            @Doc("When the agent was added; with detail full.")
            Optional<Instant> createdAt,

            @Doc("What the agent has to do; with includeWorkload.")
            Optional<AgentWorkload> workload) {}

    private record Found(AgentRow row, String email, String timezone, Instant createdAt) {}

    @Override
    public void check(Input input, Violations violations) {
        Page.check(input.detail(), input.perPage(), violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        Map<String, @Nullable Object> filter = filter(input);
        long total = sql.of(COUNT).setAll(filter).one(row -> row.number("total"));
        Page page = Page.of(input.page(), input.perPage());
        List<Found> found = sql.of(ROWS)
                .setAll(filter)
                .set("size", page.size())
                .set("offset", page.offset())
                .list(row -> new Found(
                        AgentRow.of(row), row.cell("email"), row.cell("timezone"), row.instant("created_at")));
        List<AgentWorkload> loads = Boolean.TRUE.equals(input.includeWorkload())
                ? workloads.of(found.stream().map(Found::row).toList(), null, call.now())
                : List.of();
        Map<UUID, AgentWorkload> byAgent = new HashMap<>();
        loads.forEach(load -> byAgent.put(load.agentId(), load));
        List<Agent> agents = found.stream()
                .map(each -> agent(
                        each,
                        input.detail() == Detail.FULL,
                        byAgent.get(each.row().id())))
                .toList();
        Result<Output> result = page.result(new Output(agents), total, agents.size(), "agent");
        return agents.isEmpty() || !loads.isEmpty()
                ? result
                : result.next(NextAction.of(
                        "bulk_get_agent_workloads",
                        "Tells what these agents have to do.",
                        Map.of("agentIds", agents.stream().map(Agent::id).toList())));
    }

    private Map<String, @Nullable Object> filter(Input input) {
        if (input.campaignId() != null
                && sql.of(CAMPAIGN)
                        .set("campaignId", input.campaignId())
                        .first(row -> row.uuid("id"))
                        .isEmpty()) {
            throw Refusal.notFound("campaign", "/campaignId", input.campaignId());
        }
        Map<String, @Nullable Object> filter = new HashMap<>();
        filter.put("anyStatus", input.statuses() == null);
        filter.put("statuses", input.statuses() == null ? List.of() : input.statuses());
        filter.put("campaignId", input.campaignId());
        filter.put("search", input.search());
        return filter;
    }

    private static Agent agent(Found found, boolean full, @Nullable AgentWorkload workload) {
        AgentRow row = found.row();
        return new Agent(
                row.id(),
                full ? row.fullName() : Row.cut(row.fullName(), LONGEST_COMPACT),
                full ? found.email() : Row.cut(found.email(), LONGEST_COMPACT),
                row.status(),
                row.dailyCapacity(),
                full ? Optional.of(found.timezone()) : Optional.empty(),
                full ? Optional.of(found.createdAt()) : Optional.empty(),
                Optional.ofNullable(workload));
    }
}
