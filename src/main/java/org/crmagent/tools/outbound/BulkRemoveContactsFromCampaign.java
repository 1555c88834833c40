package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Overtaken;
import org.crmagent.store.Sql;
import org.crmagent.store.UnknownFilterIds;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Plan;
import org.crmagent.tool.PlannedTool;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Counted;
import org.crmagent.tools.outbound.filter.ChosenMembers;
import org.jspecify.annotations.Nullable;

/** {@code bulk_remove_contacts_from_campaign}. */
@ToolSpec(
        title = "Remove contacts from a campaign",
        description =
                "Takes contacts out of one campaign, up to all of them in one call. Their call logs, script executions and"
                        + " qualifications stay; pending follow-ups are cancelled, open script executions abandoned. The contacts stay"
                        + " in the CRM. Preview with dryRun first; removing more than half of a campaign of over 100 contacts needs"
                        + " expectedCount or previewToken besides confirm.",
        risk = Risk.DESTRUCTIVE,
        confirm = true,
        examples = {
            @ToolSpec.Example(
                    description = "Preview: those who could not be reached after three calls.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\", \"filter\": {\"states\":"
                            + " [\"unreachable\"], \"minAttempts\": 3}, \"dryRun\": true}"),
            @ToolSpec.Example(
                    description = "Everyone of a campaign whose last call was refused, follow-ups kept.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000002\", \"filter\": {\"lastOutcomes\":"
                            + " [\"refused\"]}, \"cancelFollowUps\": false, \"confirm\": true}")
        })
public class BulkRemoveContactsFromCampaign
        implements PlannedTool<BulkRemoveContactsFromCampaign.Input, BulkRemoveContactsFromCampaign.Output> {

    /** Larger campaigns are not emptied by more than half on a mere confirmation. */
    private static final int SMALL = 100;

    private static final String PLANNED = "select m.contact_id, null::text as reason, null::uuid as owner, "
            + Members.PRINT + " as print, null::bigint as n ";

    /** What of a removed contact is touched besides; the name of the table and the further conditions are constants. */
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

    @Inject
    Campaigns campaigns;

    @Inject
    ChosenContacts chosenContacts;

    @Inject
    Decisions decisions;

    @Inject
    Samples samples;

    @Inject
    UnknownFilterIds unknownIds;

    /** What is asked. */
    public record Input(
            @Doc("The campaign.") UUID campaignId,

            @Flat ChosenMembers chosen,

            @Doc("True: all contacts of the campaign; then neither contactIds nor filter may be given.") @Nullable
            Boolean all,

            @Doc(value = "False: leaves their pending follow-ups as they are.", byDefault = "true") @Nullable
            Boolean cancelFollowUps,

            @Doc(
                    value =
                            "True: their call logs no longer belong to the campaign; they stay the contacts' in any case.",
                    byDefault = "false")
            @Nullable
            Boolean detachCallLogs) {}

    /** What is answered. */
    public record Output(
            @Doc("Contacts of the campaign that are meant.") long matched,
            @Doc("Contacts removed.") long removed,

            @Doc("Of contactIds, those not in the campaign; not counted in matched.")
            long notInCampaign,

            @Doc("Pending follow-ups cancelled, overdue ones too.")
            long followUpsCancelled,

            @Doc("Call logs that no longer belong to the campaign.")
            long callLogsDetached,

            @Doc("Call logs that still belong to the campaign.")
            long callLogsPreserved,

            @Doc("Open script executions abandoned.") long openExecutionsAbandoned,

            @Doc(value = "The first of those removed, by id.", max = 10)
            List<ContactRow> sample) {}

    @Override
    public void check(Input input, Violations violations) {
        boolean all = Boolean.TRUE.equals(input.all());
        if (all && !input.chosen().isEmpty()) {
            violations.add("/all", "not_together", "all excludes contactIds and filter: give one or the other");
        } else if (!all && input.chosen().isEmpty()) {
            violations.add("/contactIds", "required", "give contactIds, a filter, or all: true");
        }
        input.chosen().check(input.campaignId(), "all: true in its place", violations);
    }

    @Override
    public Plan<Output> plan(Input input, Call call) {
        UUID id = input.campaignId();
        campaigns.lock(id);
        long outside = chosenContacts.outside(id, input.chosen().contactIds());
        Members members = new Members(id, input.chosen());
        Decision decision = decisions.decide(PLANNED + members.from(), members.parameters());
        List<ContactRow> sample = samples.of(decision.sample());
        Output output = sql.of(COUNTS).set("campaignId", id).one(row -> {
            boolean detach = Boolean.TRUE.equals(input.detachCallLogs());
            long calls = row.number("calls");
            return new Output(
                    decision.matched(),
                    decision.count(),
                    outside,
                    Boolean.FALSE.equals(input.cancelFollowUps()) ? 0 : row.number("follow_ups"),
                    detach ? calls : 0,
                    detach ? 0 : calls,
                    row.number("executions"),
                    sample);
        });
        long total = campaigns.counts(id).total();
        return new Plan<>(
                Result.of(output, sentence("Would remove ", output))
                        .warn(unknownIds.warnings(input.chosen().ids())),
                decision.count(),
                decision.fingerprint() ^ besides(output),
                total > SMALL && decision.count() * 2 > total);
    }

    /** Hash of what happens to more than the contacts themselves. */
    private static long besides(Output output) {
        long hash = 31 * output.followUpsCancelled() + output.openExecutionsAbandoned();
        return 31 * (31 * hash + output.callLogsDetached());
    }

    @Override
    public Result<Output> apply(Input input, Plan<Output> plan, Call call) {
        Output planned = plan.preview().data();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("campaignId", input.campaignId());
        parameters.put("now", call.now());
        long removed = run(REMOVE, parameters);
        if (removed != plan.count()) {
            throw new Overtaken(removed + " contacts could be removed, not " + plan.count());
        }
        long cancelled = Boolean.FALSE.equals(input.cancelFollowUps()) ? 0 : run(CANCEL, parameters);
        long abandoned = run(ABANDON, parameters);
        long detached = Boolean.TRUE.equals(input.detachCallLogs()) ? run(DETACH, parameters) : 0;
        Output output = new Output(
                planned.matched(),
                removed,
                planned.notInCampaign(),
                cancelled,
                detached,
                planned.callLogsPreserved(),
                abandoned,
                planned.sample());
        return Result.of(output, sentence("Removed ", output))
                .warn(plan.preview().warnings())
                .next(NextAction.of(
                        "get_campaign",
                        "Shows the campaign with its contacts' states.",
                        Map.of("campaignId", input.campaignId())))
                .affected("contactsRemoved", removed)
                .affected("followUpsCancelled", cancelled)
                .affected("executionsAbandoned", abandoned)
                .affected("callLogsDetached", detached);
    }

    private long run(String statement, Map<String, Object> parameters) {
        return sql.of(statement).setAll(parameters).update();
    }

    private static String sentence(String did, Output output) {
        return did + Counted.of(output.removed, "contact") + " from the campaign; follow-ups cancelled: "
                + Counted.number(output.followUpsCancelled) + ", script executions abandoned: "
                + Counted.number(output.openExecutionsAbandoned) + ", call logs detached: "
                + Counted.number(output.callLogsDetached) + ", kept: " + Counted.number(output.callLogsPreserved)
                + (output.notInCampaign == 0
                        ? "."
                        : "; not in the campaign: " + Counted.number(output.notInCampaign) + ".");
    }
}
