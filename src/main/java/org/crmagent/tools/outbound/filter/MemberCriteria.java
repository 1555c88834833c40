package org.crmagent.tools.outbound.filter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.CallOutcome;
import org.crmagent.model.ContactState;
import org.crmagent.store.Criteria;
import org.crmagent.store.UnknownFilterIds;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** What the contacts of one campaign may be chosen by, as they stand in it; all that is given must hold. */
public record MemberCriteria(
        @Doc(value = "In one of these states in the campaign.", min = 1, max = 7, unique = true) @Nullable
        List<ContactState> states,

        @Doc(value = "Assigned to one of these agents.", min = 1, max = 200, unique = true) @Nullable
        List<UUID> assignedAgentIds,

        @Doc("True: assigned to nobody; false: to somebody.") @Nullable
        Boolean unassigned,

        @Doc(value = "The last call in the campaign ended so.", min = 1, max = 7, unique = true) @Nullable
        List<CallOutcome> lastOutcomes,

        @Doc(value = "Least calls in the campaign.", min = 0, max = 1_000_000) @Nullable
        Integer minAttempts,

        @Doc(value = "Most calls in the campaign.", min = 0, max = 1_000_000) @Nullable
        Integer maxAttempts,

        @Doc("True: has a pending follow-up; false: has none.") @Nullable
        Boolean hasOpenFollowUp,

        @Doc(value = "Is also in these other campaigns; see alsoInMatch.", min = 1, max = 50, unique = true) @Nullable
        List<UUID> alsoInCampaignIds,

        @Doc(value = "Any or all of alsoInCampaignIds.", byDefault = "\"any\"") @Nullable
        AlsoIn alsoInMatch,

        @Doc("Added at or after this time.") @Nullable Instant addedAfter,

        @Doc("Added before this time.") @Nullable Instant addedBefore) {

    private static final MemberCriteria NONE =
            new MemberCriteria(null, null, null, null, null, null, null, null, null, null, null);

    private static final String FOLLOW_UP = "select from follow_up f where f.organization_id = :organizationId"
            + " and f.contact_id = m.contact_id and f.campaign_id = m.campaign_id and f.status = 'pending'";

    private static final String ALSO = " from campaign_contact o where o.organization_id = :organizationId"
            + " and o.contact_id = m.contact_id and o.campaign_id = any (:alsoInCampaignIds::uuid[])";

    /** Any or all. */
    public enum AlsoIn {
        ANY,
        ALL
    }

    /** True when nothing is given. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** True when nothing is asked but what counters know: state and agent. */
    public boolean onlyStateAndAgent() {
        return equals(new MemberCriteria(
                states, assignedAgentIds, unassigned, null, null, null, null, null, null, null, null));
    }

    /**
     * Rules across the criteria: what can match nothing is a mistake.
     *
     * @param pointer where the criteria stand in the input; empty for the input itself
     * @param campaignId the campaign whose contacts are chosen; null where none is given
     */
    public void check(String pointer, @Nullable UUID campaignId, Violations violations) {
        if (alsoInCampaignIds != null && campaignId != null && alsoInCampaignIds.contains(campaignId)) {
            violations.add(
                    pointer + "/alsoInCampaignIds/" + alsoInCampaignIds.indexOf(campaignId),
                    "not_another",
                    "everyone is in the campaign itself: name other campaigns");
        }
        Ranges.check(pointer, "addedAfter", addedAfter, "addedBefore", addedBefore, violations);
        if (minAttempts != null && maxAttempts != null && minAttempts > maxAttempts) {
            violations.add(pointer + "/maxAttempts", "empty_range", "maxAttempts must not lie below minAttempts");
        }
        if (Boolean.TRUE.equals(unassigned) && assignedAgentIds != null) {
            violations.add(
                    pointer + "/unassigned",
                    "contradiction",
                    "nobody is assigned and unassigned: give unassigned or assignedAgentIds");
        }
        if (alsoInMatch != null && alsoInCampaignIds == null) {
            violations.add(pointer + "/alsoInMatch", "needs_other", "alsoInMatch needs alsoInCampaignIds");
        }
    }

    /** The ids that select, by what they name. */
    public Map<UnknownFilterIds.Named, List<UUID>> ids() {
        return Map.of(
                UnknownFilterIds.Named.AGENT, assignedAgentIds == null ? List.of() : assignedAgentIds,
                UnknownFilterIds.Named.CAMPAIGN, alsoInCampaignIds == null ? List.of() : alsoInCampaignIds);
    }

    /** Adds the conditions over {@code campaign_contact m}. */
    public void addTo(Criteria sql) {
        sql.and("m.state = any (:states)", "states", states)
                .and("m.assigned_agent_id = any (:assignedAgentIds::uuid[])", "assignedAgentIds", assignedAgentIds)
                .and(unassigned, "m.assigned_agent_id is null", "m.assigned_agent_id is not null")
                .and("m.last_outcome = any (:lastOutcomes)", "lastOutcomes", lastOutcomes)
                .and("m.attempts >= :minAttempts", "minAttempts", minAttempts)
                .and("m.attempts <= :maxAttempts", "maxAttempts", maxAttempts)
                .and(hasOpenFollowUp, "exists (" + FOLLOW_UP + ")", "not exists (" + FOLLOW_UP + ")")
                .and(
                        alsoInMatch == AlsoIn.ALL
                                ? "(select count(*)" + ALSO + ") = cardinality(:alsoInCampaignIds::uuid[])"
                                : "exists (select" + ALSO + ")",
                        "alsoInCampaignIds",
                        alsoInCampaignIds)
                .and("m.added_at >= :addedAfter", "addedAfter", addedAfter)
                .and("m.added_at < :addedBefore", "addedBefore", addedBefore);
    }
}
