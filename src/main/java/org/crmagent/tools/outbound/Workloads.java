package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.jspecify.annotations.Nullable;

/** Computes workloads of many agents in three statements, however many agents they are. */
@ApplicationScoped
class Workloads {

    private static final String CONTACTS = """
            select assigned_agent_id as agent_id, state, sum(contacts) as contacts
            from campaign_contact_count
            where organization_id = :organizationId and assigned_agent_id = any (:agentIds::uuid[])
              and (:everywhere or campaign_id = any (:campaignIds::uuid[])) and contacts > 0
            group by assigned_agent_id, state
            """;

    private static final String FOLLOW_UPS = """
            select f.agent_id,
                   count(*) filter (where f.due_at < :now) as overdue,
                   count(*) filter (where (f.due_at at time zone c.timezone)::date = (:now at time zone c.timezone)::date) as today
            from campaign c
            join follow_up f on f.organization_id = c.organization_id and f.campaign_id = c.id
            where c.organization_id = :organizationId and f.status = 'pending' and f.due_at < :now + interval '2 days'
              and f.agent_id = any (:agentIds::uuid[]) and (:everywhere or c.id = any (:campaignIds::uuid[]))
            group by f.agent_id
            """;

    /** The days' bounds are found once an agent, and the calls read once: an index-only scan of eight days, then a hash. */
    private static final String CALLS = """
            with agent as materialized (
                select id, date_trunc('day', :now::timestamptz, timezone) as today
                from app_user
                where organization_id = :organizationId and id = any (:agentIds::uuid[])
            )
            select a.id as agent_id,
                   count(*) filter (where l.started_at >= a.today) as today,
                   count(*) filter (where l.started_at >= a.today - interval '6 days') as week
            from (
                select agent_id, started_at
                from call_log
                where organization_id = :organizationId
                  and started_at > :now::timestamptz - interval '8 days' and started_at <= :now
                  and (:everywhere or campaign_id = any (:campaignIds::uuid[]))
                offset 0
            ) l
            join agent a on a.id = l.agent_id
            group by a.id
            """;

    @Inject
    Sql sql;

    private record Pair(long first, long second) {}

    /**
     * Workloads in the order of the agents.
     *
     * @param campaignIds only these campaigns; null: all
     */
    List<AgentWorkload> of(List<AgentRow> agents, @Nullable Collection<UUID> campaignIds, Instant now) {
        Map<String, Object> parameters = Map.of(
                "agentIds",
                agents.stream().map(AgentRow::id).toList(),
                "everywhere",
                campaignIds == null,
                "campaignIds",
                campaignIds == null ? List.of() : campaignIds);
        Map<UUID, Map<ContactState, Long>> contacts = contacts(parameters);
        Map<UUID, Pair> followUps = pairs(FOLLOW_UPS, parameters, now, "today", "overdue");
        Map<UUID, Pair> calls = pairs(CALLS, parameters, now, "today", "week");
        Pair none = new Pair(0, 0);
        return agents.stream()
                .map(agent -> workload(
                        agent,
                        contacts.getOrDefault(agent.id(), Map.of()),
                        followUps.getOrDefault(agent.id(), none),
                        calls.getOrDefault(agent.id(), none)))
                .toList();
    }

    private static AgentWorkload workload(AgentRow agent, Map<ContactState, Long> byState, Pair followUps, Pair calls) {
        long open = ContactState.OPEN.stream()
                .mapToLong(state -> byState.getOrDefault(state, 0L))
                .sum();
        Integer capacity = agent.dailyCapacity();
        Double ratio = capacity == null || capacity == 0 ? null : Math.round(100.0 * open / capacity) / 100.0;
        return new AgentWorkload(
                agent.id(),
                Row.cut(agent.fullName(), AgentWorkload.LONGEST_NAME),
                agent.status(),
                open,
                byState,
                followUps.first(),
                followUps.second(),
                calls.first(),
                calls.second(),
                capacity,
                ratio);
    }

    private Map<UUID, Map<ContactState, Long>> contacts(Map<String, Object> parameters) {
        Map<UUID, Map<ContactState, Long>> byAgent = new HashMap<>();
        sql.of(CONTACTS)
                .setAll(parameters)
                .list(row -> byAgent.computeIfAbsent(row.uuid("agent_id"), id -> new EnumMap<>(ContactState.class))
                        .put(row.constant("state", ContactState.class), row.number("contacts")));
        return byAgent;
    }

    private Map<UUID, Pair> pairs(
            String statement, Map<String, Object> parameters, Instant now, String first, String second) {
        Map<UUID, Pair> byAgent = new HashMap<>();
        Row.Mapper<Pair> mapper = row -> new Pair(row.number(first), row.number(second));
        sql.of(statement)
                .setAll(parameters)
                .set("now", now)
                .list(row -> byAgent.put(row.uuid("agent_id"), mapper.map(row)));
        return byAgent;
    }
}
