package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** The agents among whom contacts are dealt: who they are, what they have, and what the deal means for them. */
@ApplicationScoped
class Dealers {
    private static final int LONGEST_NAME = 40;
    private static final int MOST_TOLD = 20;
    private static final int MOST_LOSERS = 100;

    private static final String ACTIVE = """
            select a.user_id
            from campaign_agent a
            join app_user u on u.organization_id = a.organization_id and u.id = a.user_id
            where a.organization_id = :organizationId and a.campaign_id = :id and u.role = 'agent' and u.status = 'active'
            order by a.user_id
            limit 200
            """;

    private static final String LOADS = """
            select u.id, u.full_name, coalesce((
                     select sum(n.contacts) from campaign_contact_count n
                     where n.organization_id = :organizationId and n.assigned_agent_id = u.id and n.state = any (:open)), 0) as load
            from app_user u
            where u.organization_id = :organizationId and u.id = any (:ids::uuid[])
            """;

    private static final String GROW = """
            update campaign set version = version + 1, updated_at = :now where organization_id = :organizationId and id = :id
            """;

    @Inject
    Sql sql;

    @Inject
    CampaignLinks links;

    @Inject
    LinkCheck linkCheck;

    @Inject
    Campaigns campaigns;

    private record Load(String fullName, long contacts) {}

    /**
     * The agents to deal among, in order: those asked for (then weights are theirs), or else the campaign's active ones.
     *
     * @param pointer where {@code agentIds} and {@code weights} stand in the input; empty for the input itself
     * @throws Refusal {@code not_found} for users who don't exist, {@code invalid_state} for such as are no active agents,
     *     and where the campaign has none; {@code validation_failed} for a weight of somebody who is not dealt to
     */
    List<UUID> find(UUID campaignId, String pointer, AmongAgents among) {
        List<UUID> asked = among.agentIds();
        if (asked != null) {
            linkCheck
                    .known(null, null, new AgentsAsked(pointer + "/agentIds", asked, List.of(), List.of(), false))
                    .refuse();
            return asked;
        }
        List<UUID> active = sql.of(ACTIVE).set("id", campaignId).list(row -> row.uuid("user_id"));
        if (active.isEmpty()) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE,
                    "Nothing was done: the campaign has no active agents; name some in agentIds.",
                    List.of(new Violation(
                            "/input" + pointer + "/agentIds",
                            "no_active_agents",
                            "the campaign has no active agents",
                            null)));
        }
        Violations strangers = new Violations();
        for (UUID agent : among.weighed()) {
            if (!active.contains(agent)) {
                strangers.add(
                        pointer + "/weights/" + agent,
                        "no_such_agent",
                        "weighs somebody who is no active agent of the campaign: name the agents in agentIds");
            }
        }
        strangers.refuse(
                ErrorCode.VALIDATION_FAILED,
                "Nothing was done: a weight is given to somebody who is no active agent of the campaign.");
        return active;
    }

    /** The agents' loads: open contacts in all campaigns. */
    Map<UUID, Long> loads(List<UUID> agents) {
        Map<UUID, Long> loads = new HashMap<>();
        read(agents).forEach((id, load) -> loads.put(id, load.contacts));
        return loads;
    }

    /**
     * What it means for each agent: those dealt to in their order, then those who only lose contacts, most first.
     *
     * @param leaving contacts that each agent loses or is dealt anew
     */
    List<AgentShare> shares(@Nullable Deal deal, Map<UUID, Long> leaving) {
        Map<UUID, Long> dealt = new HashMap<>();
        Set<UUID> all = new LinkedHashSet<>();
        for (Deal.Hand hand : deal == null ? List.<Deal.Hand>of() : deal.hands()) {
            all.add(hand.agentId());
            dealt.put(hand.agentId(), hand.quota());
        }
        leaving.entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LOSERS)
                .forEach(each -> all.add(each.getKey()));
        Map<UUID, Load> loads = read(new ArrayList<>(all));
        List<AgentShare> shares = new ArrayList<>();
        for (UUID id : all) {
            Load load = loads.getOrDefault(id, new Load("", 0));
            long assigned = dealt.getOrDefault(id, 0L);
            long after = load.contacts - leaving.getOrDefault(id, 0L) + assigned;
            shares.add(new AgentShare(id, load.fullName, load.contacts, assigned, after));
        }
        return shares;
    }

    /** Tells of agents who are dealt to and don't work the campaign yet. */
    List<Warning> joining(UUID campaignId, List<UUID> agents) {
        List<UUID> newcomers = newcomers(campaignId, agents);
        List<Warning> told = new ArrayList<>(newcomers.stream()
                .limit(MOST_TOLD)
                .map(agent -> new Warning(
                        "agent_added_to_campaign",
                        "The agent " + agent + " is not among the campaign's agents yet and is added to them.",
                        agent.toString()))
                .toList());
        if (newcomers.size() > MOST_TOLD) {
            told.add(new Warning(
                    "agents_added_to_campaign",
                    Counted.of(newcomers.size() - MOST_TOLD, "more agent is", "more agents are")
                            + " not among the campaign's agents yet and added to them.",
                    campaignId.toString()));
        }
        return told;
    }

    /** Who is dealt to works the campaign from now on; that grows its version. */
    void join(UUID campaignId, List<UUID> agents, Instant now) {
        List<UUID> newcomers = newcomers(campaignId, agents);
        if (!newcomers.isEmpty()) {
            links.addAgents(campaignId, newcomers);
            sql.of(GROW).set("id", campaignId).set("now", now).update();
        }
    }

    private List<UUID> newcomers(UUID campaignId, List<UUID> agents) {
        List<UUID> present = campaigns.agentIds(campaignId);
        return agents.stream().filter(agent -> !present.contains(agent)).toList();
    }

    private Map<UUID, Load> read(List<UUID> agents) {
        Map<UUID, Load> loads = new HashMap<>();
        sql.of(LOADS)
                .set("ids", agents)
                .set("open", ContactState.OPEN)
                .list(row -> loads.put(
                        row.uuid("id"), new Load(Row.cut(row.text("full_name"), LONGEST_NAME), row.number("load"))));
        return loads;
    }
}
