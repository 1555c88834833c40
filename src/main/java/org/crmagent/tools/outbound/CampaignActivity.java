package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.CallOutcome;
import org.crmagent.store.Sql;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** The sections of {@code get_campaign} that tell what is done in a campaign: calls and follow-ups. */
@ApplicationScoped
public class CampaignActivity {

    private static final String CALLS = """
            select l.contact_id, l.agent_id, u.full_name, l.started_at, l.duration_seconds, l.outcome
            from (select * from call_log
                  where organization_id = :organizationId and campaign_id = :id
                  order by started_at desc, id desc
                  limit 10) l
            left join app_user u on u.organization_id = l.organization_id and u.id = l.agent_id
            order by l.started_at desc, l.id desc
            """;

    private static final String FOLLOW_UPS = """
            select count(*) as pending,
                   count(*) filter (where f.due_at < :now) as overdue,
                   count(*) filter (where (f.due_at at time zone c.timezone)::date = (:now at time zone c.timezone)::date)
                     as today,
                   min(f.due_at) as next
            from campaign c
            join follow_up f on f.organization_id = c.organization_id and f.campaign_id = c.id and f.status = 'pending'
            where c.organization_id = :organizationId and c.id = :id
            """;

    @Inject
    Sql sql;

    /** A call. */
    public record RecentCall(
            @Doc("Who was called.") UUID contactId,

            @Doc("Who called; null where nobody is recorded.") @Nullable
            Reference agent,

            @Doc("When.") Instant startedAt,
            @Doc("How long, in seconds.") int durationSeconds,

            @Doc("How it ended; null where nobody recorded it.") @Nullable
            CallOutcome outcome) {}

    /** Follow-ups of the campaign. */
    public record FollowUps(
            @Doc("All that are pending.") long pending,
            @Doc("Those whose time has passed.") long overdue,

            @Doc("Those that fall on today, by the campaign's calendar.")
            long dueToday,

            @Doc("When the first of them is due; null without any.") @Nullable
            Instant nextDueAt) {}

    List<RecentCall> recentCalls(UUID id) {
        return sql.of(CALLS)
                .set("id", id)
                .list(row -> new RecentCall(
                        row.uuid("contact_id"),
                        Reference.of(row, "agent_id", "full_name"),
                        row.instant("started_at"),
                        row.integer("duration_seconds"),
                        row.constantOrNull("outcome", CallOutcome.class)));
    }

    FollowUps followUps(UUID id, Instant now) {
        return sql.of(FOLLOW_UPS)
                .set("id", id)
                .set("now", now)
                .one(row -> new FollowUps(
                        row.number("pending"), row.number("overdue"), row.number("today"), row.instantOrNull("next")));
    }
}
