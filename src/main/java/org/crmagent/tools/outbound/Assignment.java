package org.crmagent.tools.outbound;

import java.util.HashMap;
import java.util.Map;
import org.crmagent.model.Audience;
import org.crmagent.model.ContactState;
import org.jspecify.annotations.Nullable;

/**
 * The statement that decides which contacts of a campaign are dealt, in which order, and why the others are not.
 *
 * @param members null members and filter: those that are open and have no agent
 * @param unassigns true to take agents away rather than to deal
 * @param capacity how many all agents together may get; null: any number
 */
record Assignment(
        Members members,
        boolean openAndUnassigned,
        Audience audience,
        boolean unassigns,
        boolean keepExisting,
        @Nullable Long capacity,
        @Nullable Integer limit) {

    /** As {@code exists}, so that PostgreSQL may hash them all while they are few, and look each up where they are many. */
    private static final String DO_NOT_CALL = """
            exists (select from contact d where d.organization_id = :organizationId and d.id = m.contact_id and (%s))""";

    private static final String DECIDED = """
            select contact_id,
                   case when reason is not null then reason%s
                   end as reason,
                   owner, print, case when reason is null then n end as n
            from (select contact_id, reason, owner, print,
                         row_number() over (partition by reason is null order by priority desc, added_at, contact_id) as n
                  from (select m.contact_id, m.assigned_agent_id as owner, m.priority, m.added_at, %s as print,
                               case %s end as reason
                        %s) candidate) ordered""";

    static Assignment of(BulkAssignCampaignContacts.Input input, Audience audience, int agents) {
        Integer most = input.among().maxPerAgent();
        return new Assignment(
                new Members(input.campaignId(), input.chosen()),
                input.chosen().isEmpty(),
                audience,
                input.strategy() == AssignmentStrategy.UNASSIGN,
                !Boolean.FALSE.equals(input.keepExisting()),
                most == null ? null : Long.valueOf((long) agents * most),
                input.limit());
    }

    /** The statement; its parameters are {@link #parameters}. */
    String sql() {
        String bounds = (capacity == null ? "" : "\nwhen n > :capacity then 'overCapacity'")
                + (limit == null ? "" : "\nwhen n > :limit then 'overLimit'");
        String from = members.from()
                + (openAndUnassigned ? "and m.assigned_agent_id is null and m.state = any (:open::text[])" : "");
        return DECIDED.formatted(bounds, Members.PRINT, reasons(), from);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(members.parameters());
        parameters.put("open", ContactState.OPEN);
        if (capacity != null) {
            parameters.put("capacity", capacity);
        }
        if (limit != null) {
            parameters.put("limit", limit);
        }
        return parameters;
    }

    /** Which {@code contact d} is never assigned. */
    static String never(Audience audience) {
        return audience == Audience.BUSINESS ? "d.do_not_call or d.call_consent = 'refused'" : "d.do_not_call";
    }

    private String reasons() {
        String notOpen = "when m.state <> all (:open::text[]) then 'notOpen'";
        if (unassigns) {
            return notOpen + "\nwhen m.assigned_agent_id is null then 'notAssigned'";
        }
        return notOpen + "\nwhen " + DO_NOT_CALL.formatted(never(audience)) + " then 'doNotCall'"
                + (keepExisting ? "\nwhen m.assigned_agent_id is not null then 'alreadyAssigned'" : "");
    }
}
