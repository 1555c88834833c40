package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.store.Overtaken;
import org.crmagent.store.UnknownFilterIds;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
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

    @Inject
    Campaigns campaigns;

    @Inject
    ChosenContacts chosenContacts;

    @Inject
    Decisions decisions;

    @Inject
    PlannedRemoval planned;

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
        PlannedRemoval.Besides besides = planned.besides(id);
        boolean detach = Boolean.TRUE.equals(input.detachCallLogs());
        Output output = new Output(
                decision.matched(),
                decision.count(),
                outside,
                Boolean.FALSE.equals(input.cancelFollowUps()) ? 0 : besides.followUps(),
                detach ? besides.calls() : 0,
                detach ? 0 : besides.calls(),
                besides.executions(),
                samples.of(decision.sample()));
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
        Output previewed = plan.preview().data();
        UUID id = input.campaignId();
        long removed = planned.remove(id);
        if (removed != plan.count()) {
            throw new Overtaken(removed + " contacts could be removed, not " + plan.count());
        }
        long cancelled = Boolean.FALSE.equals(input.cancelFollowUps()) ? 0 : planned.cancelFollowUps(id, call.now());
        long abandoned = planned.abandonExecutions(id, call.now());
        long detached = Boolean.TRUE.equals(input.detachCallLogs()) ? planned.detachCalls(id) : 0;
        Output output = new Output(
                previewed.matched(),
                removed,
                previewed.notInCampaign(),
                cancelled,
                detached,
                previewed.callLogsPreserved(),
                abandoned,
                previewed.sample());
        return Result.of(output, sentence("Removed ", output))
                .warn(plan.preview().warnings())
                .next(Campaigns.show(id, "Shows the campaign with its contacts' states."))
                .affected("contactsRemoved", removed)
                .affected("followUpsCancelled", cancelled)
                .affected("executionsAbandoned", abandoned)
                .affected("callLogsDetached", detached);
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
