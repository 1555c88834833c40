package org.crmagent.tools.outbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.CallOutcome;
import org.crmagent.model.ContactState;
import org.crmagent.model.Detail;
import org.crmagent.model.calling.NotCallableReason;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** How a contact stands in one campaign; what is optional comes with detail full. */
public record CampaignContactView(
        @Doc("State in the campaign.") ContactState state,

        @Doc("Who calls; null: nobody yet.") @Nullable AgentReference assignedAgent,

        @Doc("Higher comes first.") int priority,
        @Doc("Calls made in this campaign.") int attempts,
        @Doc("The last of them.") @Nullable Instant lastCallAt,
        @Doc("How it ended.") @Nullable CallOutcome lastOutcome,
        @Doc("When added.") Instant addedAt,

        @Doc("When its next follow-up is due, or was.") @Nullable
        Instant nextFollowUpAt,

        @Doc("True: may be called right now.") boolean callable,

        @Doc(value = "What is in the way of it.", max = 17) List<NotCallableReason> notCallableReasons,

        @Doc("The campaign.") Optional<UUID> campaignId,
        @Doc("The contact.") Optional<UUID> contactId,
        @Doc("When it was assigned.") Optional<Instant> assignedAt,
        @Doc("Last change.") Optional<Instant> updatedAt) {

    private static final int QUOTES_AND_COMMA = 3;

    /**
     * Of {@code campaign_contact m} and its {@code app_user a}. The status stands in a filter of the aggregate, because a
     * minimum without one is sought by walking the campaign's follow-ups in order of time, once for each row.
     */
    static final String COLUMNS = """
            m.campaign_id, m.state, m.assigned_agent_id, a.full_name as agent_name, m.priority, m.attempts,
            m.last_call_at, m.last_outcome, m.added_at, m.assigned_at, m.updated_at as member_updated_at,
            (select min(f.due_at) filter (where f.status = 'pending') from follow_up f
             where f.organization_id = m.organization_id and f.contact_id = m.contact_id
               and f.campaign_id = m.campaign_id) as next_follow_up_at
            """;

    /** Bytes of JSON without the agent's name. */
    static int fixedBytes(Detail detail, List<NotCallableReason> reasons) {
        return (detail == Detail.FULL ? 560 : 370)
                + reasons.stream()
                        .mapToInt(reason -> reason.name().length() + QUOTES_AND_COMMA)
                        .sum();
    }

    static CampaignContactView of(Row row, List<NotCallableReason> reasons, Detail detail, RowSpace space) {
        return new CampaignContactView(
                row.constant("state", ContactState.class),
                AgentReference.of(row, space),
                row.integer("priority"),
                row.integer("attempts"),
                row.instantOrNull("last_call_at"),
                row.constantOrNull("last_outcome", CallOutcome.class),
                row.instant("added_at"),
                row.instantOrNull("next_follow_up_at"),
                reasons.isEmpty(),
                reasons,
                detail.inFull(() -> row.uuid("campaign_id")),
                detail.inFull(() -> row.uuid("contact_id")),
                detail.inFull(() -> row.instantOrNull("assigned_at")),
                detail.inFull(() -> row.instant("member_updated_at")));
    }
}
