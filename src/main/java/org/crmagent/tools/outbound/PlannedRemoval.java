package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.crmagent.store.Sql;

/** Takes the contacts that {@link Decisions} has planned out of a campaign, and what goes with them. */
@ApplicationScoped
class PlannedRemoval {

    /** The name of the table and the further conditions are constants. */
    private static final String OF_PLANNED = """
            where t.organization_id = :organizationId and t.campaign_id = :campaignId
              and t.contact_id in (select contact_id from planned)""";

    private static final String PENDING = OF_PLANNED + " and t.status = 'pending'";

    private static final String OPEN = OF_PLANNED + " and t.status = 'in_progress'";

    private static final String COUNTS = "select (select count(*) from follow_up t " + PENDING + ") as follow_ups,"
            + " (select count(*) from script_execution t " + OPEN + ") as executions,"
            + " (select count(*) from call_log t " + OF_PLANNED + ") as calls";

    private static final String REMOVE = "delete from campaign_contact t " + OF_PLANNED;

    private static final String CANCEL = "update follow_up t set status = 'cancelled', cancelled_at = :now,"
            + " cancel_reason = 'removed_from_campaign', updated_at = :now " + PENDING;

    private static final String ABANDON =
            "update script_execution t set status = 'abandoned', completed_at = :now, updated_at = :now " + OPEN;

    private static final String DETACH = "update call_log t set campaign_id = null " + OF_PLANNED;

    @Inject
    Sql sql;

    /** What the contacts have in the campaign: pending follow-ups, open script executions, call logs. */
    record Besides(long followUps, long executions, long calls) {}

    Besides besides(UUID campaignId) {
        return sql.of(COUNTS)
                .set("campaignId", campaignId)
                .one(row -> new Besides(row.number("follow_ups"), row.number("executions"), row.number("calls")));
    }

    long remove(UUID campaignId) {
        return sql.of(REMOVE).set("campaignId", campaignId).update();
    }

    long cancelFollowUps(UUID campaignId, Instant now) {
        return sql.of(CANCEL).set("campaignId", campaignId).set("now", now).update();
    }

    long abandonExecutions(UUID campaignId, Instant now) {
        return sql.of(ABANDON).set("campaignId", campaignId).set("now", now).update();
    }

    long detachCalls(UUID campaignId) {
        return sql.of(DETACH).set("campaignId", campaignId).update();
    }
}
