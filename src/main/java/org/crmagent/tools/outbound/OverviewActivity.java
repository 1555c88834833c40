package org.crmagent.tools.outbound;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.CallOutcome;
import org.crmagent.store.Sql;
import org.crmagent.tool.Doc;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** The sections of the overview that say what happened and what is due. */
@Dependent
class OverviewActivity {
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    Sql sql;

    record FollowUps(
            @Doc("All that are pending.") long pending,

            @Doc("Those of them whose time has passed.") long overdue,

            @Doc("Those of them whose time lies on today's date in their campaign's zone, passed or not.")
            long dueToday) {

        String summary() {
            return Counted.of(pending, "pending follow-up") + " (" + Counted.number(overdue) + " overdue, "
                    + Counted.number(dueToday) + " due today)";
        }
    }

    record Calls(
            @Doc("All of them.") long last7Days,

            @Doc(value = "How many ended in each way.", max = 7)
            Map<CallOutcome, Long> byOutcome,

            @Doc("How many have no outcome recorded.") long withoutOutcome) {}

    record Import(
            @Doc("Its id, to filter contacts by.") UUID id,

            @Doc(value = "Name, cut at 200 characters.", max = 200)
            String name,

            @Doc(value = "Name of the file, cut at 200 characters.", max = 200) @Nullable
            String sourceFileName,

            @Doc("Rows of the file, as the importing system counted them.")
            int rowCount,

            @Doc(value = "Who imported it, as the importing system gives it, cut at 200 characters.", max = 200)
            @Nullable
            String importedBy,

            @Doc("When it was imported.") Instant createdAt) {}

    private record OutcomeCount(@Nullable CallOutcome outcome, long count) {}

    /** A day's bounds are found once a campaign, not once a follow-up. */
    FollowUps followUps(Instant now) {
        return sql.of("""
                        with day as materialized (
                            select id as campaign_id,
                                   date_trunc('day', :now::timestamptz at time zone timezone) at time zone timezone as starts,
                                   (date_trunc('day', :now::timestamptz at time zone timezone) + interval '1 day')
                                       at time zone timezone as ends
                            from campaign
                            where organization_id = :organizationId
                        )
                        select count(*) as pending,
                               count(*) filter (where due_at < :now) as overdue,
                               count(*) filter (where due_at >= starts and due_at < ends) as due_today
                        from follow_up
                        join day using (campaign_id)
                        where organization_id = :organizationId and status = 'pending'
                        """)
                .set("now", now)
                .one(row -> new FollowUps(row.number("pending"), row.number("overdue"), row.number("due_today")));
    }

    Calls calls(Instant now) {
        Map<CallOutcome, Long> byOutcome = new EnumMap<>(CallOutcome.class);
        for (CallOutcome outcome : CallOutcome.values()) {
            byOutcome.put(outcome, 0L);
        }
        long withoutOutcome = 0;
        for (OutcomeCount counted : outcomes(now)) {
            if (counted.outcome() == null) {
                withoutOutcome = counted.count();
            } else {
                byOutcome.put(counted.outcome(), counted.count());
            }
        }
        return new Calls(OverviewHoldings.total(byOutcome) + withoutOutcome, byOutcome, withoutOutcome);
    }

    private List<OutcomeCount> outcomes(Instant now) {
        return sql.of("""
                        select outcome, count(*) as count
                        from call_log
                        where organization_id = :organizationId and started_at >= :since and started_at <= :now
                        group by outcome
                        """)
                .set("since", now.minus(WEEK))
                .set("now", now)
                .list(row -> new OutcomeCount(row.constantOrNull("outcome", CallOutcome.class), row.number("count")));
    }

    List<Import> imports() {
        return sql.of("""
                        select id, name, source_file_name, row_count, imported_by, created_at
                        from import_folder
                        where organization_id = :organizationId
                        order by created_at desc, id desc
                        limit 5
                        """)
                .list(row -> new Import(
                        row.uuid("id"),
                        row.cell("name"),
                        row.cellOrNull("source_file_name"),
                        row.integer("row_count"),
                        row.cellOrNull("imported_by"),
                        row.instant("created_at")));
    }
}
