package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.CallOutcome;
import org.crmagent.model.ContactState;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.jspecify.annotations.Nullable;

/** Reads the counters of many campaigns, one statement for each way of grouping, however many campaigns they are. */
@ApplicationScoped
class CampaignCountGroups {
    static final int AGENTS_SHOWN = 20;

    private static final String BY_STATE = """
            select campaign_id, state, sum(contacts) as contacts,
                   coalesce(sum(contacts) filter (where assigned_agent_id is null), 0) as unassigned
            from campaign_contact_count
            where organization_id = :organizationId and campaign_id = any (:campaignIds::uuid[]) and contacts > 0
            group by campaign_id, state
            """;

    private static final String BY_AGENT = """
            select r.campaign_id, u.id as agent_id, u.full_name, sum(r.contacts) as contacts, sum(r.open) as open
            from (select campaign_id, assigned_agent_id, sum(contacts) as contacts,
                         coalesce(sum(contacts) filter (where state = any (:open)), 0) as open,
                         row_number() over (partition by campaign_id order by sum(contacts) desc, assigned_agent_id) as place
                  from campaign_contact_count
                  where organization_id = :organizationId and campaign_id = any (:campaignIds::uuid[])
                    and assigned_agent_id is not null and contacts > 0
                  group by campaign_id, assigned_agent_id) r
            left join app_user u
              on u.organization_id = :organizationId and u.id = r.assigned_agent_id and r.place <= :shown
            group by r.campaign_id, u.id, u.full_name
            order by r.campaign_id, contacts desc, u.id
            """;

    private static final String BY_OUTCOME = """
            select campaign_id, last_outcome, contacts
            from campaign_outcome_count
            where organization_id = :organizationId and campaign_id = any (:campaignIds::uuid[]) and contacts > 0
            order by campaign_id, last_outcome
            """;

    @Inject
    Sql sql;

    /** Contacts of a campaign in a state, and how many of them have no agent. */
    record InState(ContactState state, long contacts, long unassigned) {}

    /** Contacts of a campaign that an agent has; without an agent: what all that are not among the largest have. */
    record OfAgent(@Nullable UUID agentId, @Nullable String fullName, long contacts, long open) {}

    /** Contacts of a campaign whose last call ended so; without an outcome: mostly never called. */
    record WithOutcome(@Nullable CallOutcome outcome, long contacts) {}

    /** What was counted, by campaign; null: not asked. The states are always there, for the totals. */
    record Groups(
            Map<UUID, List<InState>> states,
            @Nullable Map<UUID, List<OfAgent>> agents,
            @Nullable Map<UUID, List<WithOutcome>> outcomes) {

        List<InState> states(UUID campaignId) {
            return states.getOrDefault(campaignId, List.of());
        }

        Optional<List<OfAgent>> agents(UUID campaignId) {
            return of(agents, campaignId);
        }

        Optional<List<WithOutcome>> outcomes(UUID campaignId) {
            return of(outcomes, campaignId);
        }

        private static <T> Optional<List<T>> of(@Nullable Map<UUID, List<T>> groups, UUID campaignId) {
            return groups == null ? Optional.empty() : Optional.of(groups.getOrDefault(campaignId, List.of()));
        }
    }

    Groups read(Collection<UUID> campaignIds, boolean agents, boolean outcomes) {
        return new Groups(
                byState(campaignIds), agents ? byAgent(campaignIds) : null, outcomes ? byOutcome(campaignIds) : null);
    }

    private Map<UUID, List<InState>> byState(Collection<UUID> campaignIds) {
        return grouped(
                BY_STATE,
                Map.of("campaignIds", campaignIds),
                row -> new InState(
                        row.constant("state", ContactState.class), row.number("contacts"), row.number("unassigned")));
    }

    private Map<UUID, List<OfAgent>> byAgent(Collection<UUID> campaignIds) {
        return grouped(
                BY_AGENT,
                Map.of("campaignIds", campaignIds, "open", ContactState.OPEN, "shown", AGENTS_SHOWN),
                row -> new OfAgent(
                        row.uuidOrNull("agent_id"),
                        row.cellOrNull("full_name"),
                        row.number("contacts"),
                        row.number("open")));
    }

    private Map<UUID, List<WithOutcome>> byOutcome(Collection<UUID> campaignIds) {
        return grouped(
                BY_OUTCOME,
                Map.of("campaignIds", campaignIds),
                row -> new WithOutcome(row.constantOrNull("last_outcome", CallOutcome.class), row.number("contacts")));
    }

    private <T> Map<UUID, List<T>> grouped(String statement, Map<String, ?> parameters, Row.Mapper<T> mapper) {
        Map<UUID, List<T>> groups = new HashMap<>();
        sql.of(statement)
                .setAll(parameters)
                .list(row -> groups.computeIfAbsent(row.uuid("campaign_id"), id -> new ArrayList<>())
                        .add(mapper.map(row)));
        return groups;
    }
}
