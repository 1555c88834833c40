package org.crmagent.tools.outbound;

import org.crmagent.store.Row;
import org.crmagent.tool.Doc;

/** How many contacts a campaign has. */
public record ContactCounts(
        @Doc("All contacts in the campaign.") long total,

        @Doc("Those in an open state: to_call, in_progress, follow_up.")
        long open,

        @Doc("Open ones without an agent.") long unassigned) {

    /** Aggregates over {@code campaign_contact_count n}. */
    static final String COLUMNS = """
            coalesce(sum(n.contacts), 0) as total,
            coalesce(sum(n.contacts) filter (where n.state in ('to_call', 'in_progress', 'follow_up')), 0) as open,
            coalesce(sum(n.contacts) filter (where n.state in ('to_call', 'in_progress', 'follow_up')
                                               and n.assigned_agent_id is null), 0) as unassigned
            """;

    static ContactCounts of(Row row) {
        return new ContactCounts(row.number("total"), row.number("open"), row.number("unassigned"));
    }
}
