package org.crmagent.tools.outbound;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.jspecify.annotations.Nullable;

/** The section of the overview that says what needs action. */
@Dependent
class OverviewAttention {

    @Inject
    Sql sql;

    /** What can need action, most pressing first. */
    enum Code {
        CAMPAIGN_EMPTY,
        CAMPAIGN_WITHOUT_SCRIPT,
        CAMPAIGN_WITHOUT_AGENTS,
        OVERDUE_FOLLOW_UPS,
        UNASSIGNED_CONTACTS
    }

    record Item(
            @Doc("What is the matter; the campaign is active, but for overdue follow-ups, which any campaign may have.")
            Code code,

            @Doc(value = "The same as a sentence.", max = 200)
            String message,

            @Doc("The campaign it is about.") UUID campaignId,

            @Doc(value = "Its name, cut at 200 characters.", max = 200)
            String campaignName,

            @Doc("How many follow-ups are overdue, or open contacts have no agent; null for the other codes.") @Nullable
            Long count,

            @Doc("The call to make next.") Action nextAction) {

        /** The same call as the envelope has it. */
        NextAction suggested() {
            return NextAction.of(nextAction.toolName(), nextAction.reason(), nextAction.suggestedInput());
        }
    }

    record Action(
            @Doc(value = "The tool.", max = 80) String toolName,

            @Doc("The organization, for the call's own organizationId.")
            UUID organizationId,

            @Doc(value = "Why.", max = 200) String reason,

            @Doc("The complete input.") JsonObject suggestedInput) {}

    record Found(List<Item> items, long total) {}

    private record Counted(Item item, long total) {}

    Found find(Instant now, UUID organizationId) {
        List<Counted> counted =
                sql.of("""
                        with held as (
                            select campaign_id, sum(contacts) as contacts,
                                   sum(contacts) filter (
                                       where assigned_agent_id is null and state in ('to_call', 'in_progress', 'follow_up')
                                   ) as unassigned
                            from campaign_contact_count
                            where organization_id = :organizationId
                            group by campaign_id
                        ), late as (
                            select campaign_id, count(*) as overdue
                            from follow_up
                            where organization_id = :organizationId and status = 'pending' and due_at < :now
                            group by campaign_id
                        ), noticed as (
                            select rank, code, c.id, c.name, notice.count,
                                   row_number() over (partition by rank order by notice.count desc, c.id) as place,
                                   count(*) over () as total
                            from campaign c
                            left join held on held.campaign_id = c.id
                            left join late on late.campaign_id = c.id
                            cross join lateral (values
                                (1, 'campaign_empty', null, c.status = 'active' and coalesce(contacts, 0) = 0),
                                (2, 'campaign_without_script', null, c.status = 'active' and script_template_id is null),
                                (3, 'campaign_without_agents', null, c.status = 'active' and not exists (
                                    select from campaign_agent a
                                    where a.organization_id = :organizationId and a.campaign_id = c.id)),
                                (4, 'overdue_follow_ups', overdue, overdue > 0),
                                (5, 'unassigned_contacts', unassigned, c.status = 'active' and unassigned > 0)
                            ) as notice (rank, code, count, holds)
                            where c.organization_id = :organizationId and holds
                        )
                        select code, id, name, count, total
                        from noticed
                        where place <= 5
                        order by rank, place
                        """).set("now", now).list(row -> new Counted(item(row, organizationId), row.number("total")));
        return new Found(
                counted.stream().map(Counted::item).toList(),
                counted.isEmpty() ? 0 : counted.get(0).total());
    }

    private static Item item(Row row, UUID organizationId) {
        Code code = row.constant("code", Code.class);
        UUID campaign = row.uuid("id");
        Long count = row.numberOrNull("count");
        OverviewAdvice advice = OverviewAdvice.of(code, campaign, count);
        return new Item(
                code,
                advice.message(),
                campaign,
                row.cell("name"),
                count,
                new Action(advice.toolName(), organizationId, advice.reason(), advice.input()));
    }
}
