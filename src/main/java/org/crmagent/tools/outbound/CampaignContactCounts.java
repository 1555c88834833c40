package org.crmagent.tools.outbound;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.CallOutcome;
import org.crmagent.model.ContactState;
import org.crmagent.store.TextLevel;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tools.outbound.CampaignCountGroups.Groups;
import org.crmagent.tools.outbound.CampaignCountGroups.InState;
import org.crmagent.tools.outbound.CampaignCountGroups.OfAgent;
import org.crmagent.tools.outbound.CampaignCountGroups.WithOutcome;

/** The contacts of one campaign, grouped as asked. */
public record CampaignContactCounts(
        @Doc("The campaign.") UUID campaignId,

        @Doc(value = "Its name; long ones are cut where the answer is full.", max = 120)
        String name,

        @Flat ContactCounts counts,

        @Doc(
                value = "With groupBy state: contacts by state; states without any are left out. They sum to total.",
                max = 7)
        Optional<Map<ContactState, Long>> byState,

        @Doc(
                value = "With groupBy agent: the agents with most contacts, most first.",
                max = CampaignCountGroups.AGENTS_SHOWN)
        Optional<List<AgentCount>> byAgent,

        @Doc("With groupBy agent: contacts of all agents that byAgent doesn't show.")
        Optional<Long> otherAgents,

        @Doc(
                value =
                        "With groupBy outcome: contacts by how the last call in the campaign ended; those without any are left out.",
                max = 7)
        Optional<Map<CallOutcome, Long>> byOutcome,

        @Doc("With groupBy outcome: contacts without one, mostly never called. With byOutcome they sum to total.")
        Optional<Long> withoutOutcome) {

    /** What one agent has in one campaign. */
    public record AgentCount(
            @Doc("The agent.") UUID agentId,

            @Doc(value = "Name; long ones are cut where the answer is full.", max = 200)
            String fullName,

            @Doc("Contacts of the campaign assigned to the agent, in any state.")
            long count,

            @Doc("Those in an open state.") long open) {}

    /** Bytes: of an answer less its envelope; of a campaign, and of what it tells of a group, at most, less names. */
    private static final int OF_ANSWER = 94_000;

    private static final int OF_CAMPAIGN = 240;
    private static final int OF_STATE_OR_OUTCOME = 32;
    private static final int OF_AGENT = 105;

    /** One row for each campaign, in the order given, with names as long as the size of an answer lets them be. */
    static List<CampaignContactCounts> list(Map<UUID, String> names, Groups groups, boolean byState) {
        List<String> texts = new ArrayList<>(names.values());
        int bytes = OF_ANSWER - OF_CAMPAIGN * names.size();
        for (UUID id : names.keySet()) {
            List<OfAgent> agents = groups.agents(id).orElse(List.of());
            agents.stream().map(OfAgent::fullName).filter(Objects::nonNull).forEach(texts::add);
            int pairs = (byState ? groups.states(id).size() : 0)
                    + groups.outcomes(id).map(List::size).orElse(0);
            bytes -= OF_AGENT * agents.size() + OF_STATE_OR_OUTCOME * pairs;
        }
        TextLevel level = TextLevel.of(bytes, texts);
        return names.entrySet().stream()
                .map(each -> of(each.getKey(), level.cut(each.getValue()), groups, byState, level))
                .toList();
    }

    private static CampaignContactCounts of(UUID id, String name, Groups groups, boolean byState, TextLevel level) {
        Optional<List<OfAgent>> agents = groups.agents(id);
        Optional<List<WithOutcome>> outcomes = groups.outcomes(id);
        return new CampaignContactCounts(
                id,
                name,
                counts(groups.states(id)),
                byState ? Optional.of(byState(groups.states(id))) : Optional.empty(),
                agents.map(all -> shown(all, level)),
                agents.map(CampaignContactCounts::others),
                outcomes.map(CampaignContactCounts::byOutcome),
                outcomes.map(CampaignContactCounts::withoutOutcome));
    }

    private static ContactCounts counts(List<InState> states) {
        long total = 0;
        long open = 0;
        long unassigned = 0;
        for (InState each : states) {
            total += each.contacts();
            if (ContactState.OPEN.contains(each.state())) {
                open += each.contacts();
                unassigned += each.unassigned();
            }
        }
        return new ContactCounts(total, open, unassigned);
    }

    private static Map<ContactState, Long> byState(List<InState> states) {
        Map<ContactState, Long> counts = new EnumMap<>(ContactState.class);
        states.forEach(each -> counts.put(each.state(), each.contacts()));
        return counts;
    }

    private static List<AgentCount> shown(List<OfAgent> agents, TextLevel level) {
        return agents.stream().flatMap(each -> shown(each, level).stream()).toList();
    }

    private static Optional<AgentCount> shown(OfAgent agent, TextLevel level) {
        return agent.agentId() == null || agent.fullName() == null
                ? Optional.empty()
                : Optional.of(
                        new AgentCount(agent.agentId(), level.cut(agent.fullName()), agent.contacts(), agent.open()));
    }

    private static long others(List<OfAgent> agents) {
        return agents.stream()
                .filter(each -> each.agentId() == null)
                .mapToLong(OfAgent::contacts)
                .sum();
    }

    private static Map<CallOutcome, Long> byOutcome(List<WithOutcome> outcomes) {
        Map<CallOutcome, Long> counts = new EnumMap<>(CallOutcome.class);
        for (WithOutcome each : outcomes) {
            if (each.outcome() != null) {
                counts.put(each.outcome(), each.contacts());
            }
        }
        return counts;
    }

    private static long withoutOutcome(List<WithOutcome> outcomes) {
        return outcomes.stream()
                .filter(each -> each.outcome() == null)
                .mapToLong(WithOutcome::contacts)
                .sum();
    }
}
