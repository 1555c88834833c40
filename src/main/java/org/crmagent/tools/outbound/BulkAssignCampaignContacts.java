package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.crmagent.tool.Warning;
import org.crmagent.tools.outbound.filter.ChosenMembers;
import org.jspecify.annotations.Nullable;

/** {@code bulk_assign_campaign_contacts}. */
@ToolSpec(
        title = "Assign a campaign's contacts",
        description =
                "Deals open contacts of one campaign (those without an agent, unless contactIds or filter are given) among agents: in turn, to the least loaded, or by weights; or"
                        + " takes their agent away. Contacts go in order of priority, then of when they were added. Those who have"
                        + " an agent keep it unless keepExisting is false. The same input on the same data gives the same"
                        + " assignment. Preview with dryRun first: it tells each agent's load before and after.",
        risk = Risk.BULK,
        confirm = true,
        examples = {
            @ToolSpec.Example(
                    description = "Preview: all open contacts without an agent, to the campaign's least loaded agents.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\", \"strategy\": \"balanced\","
                            + " \"dryRun\": true}"),
            @ToolSpec.Example(
                    description = "What an absent agent has to do, to two others, two to one.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\", \"strategy\": \"weighted\","
                            + " \"filter\": {\"assignedAgentIds\": [\"a0000001-0000-4000-8000-000000000003\"]},"
                            + " \"keepExisting\": false, \"agentIds\": [\"a0000001-0000-4000-8000-000000000001\","
                            + " \"a0000001-0000-4000-8000-000000000002\"], \"weights\":"
                            + " {\"a0000001-0000-4000-8000-000000000001\": 2}, \"confirm\": true}")
        })
public class BulkAssignCampaignContacts
        implements PlannedTool<BulkAssignCampaignContacts.Input, BulkAssignCampaignContacts.Output> {

    @Inject
    Campaigns campaigns;

    @Inject
    ChosenContacts chosenContacts;

    @Inject
    Dealers dealers;

    @Inject
    Decisions decisions;

    @Inject
    PlannedContacts planned;

    @Inject
    Samples samples;

    @Inject
    UnknownFilterIds unknownIds;

    /** What is asked. */
    public record Input(
            @Doc("The campaign.") UUID campaignId,

            @Flat ChosenMembers chosen,

            @Doc(
                    "round_robin: in turn; balanced: to the least loaded; weighted: in proportion to weights; unassign: takes"
                            + " the agent away, which needs contactIds or filter.")
            AssignmentStrategy strategy,

            @Flat AmongAgents among,

            @Doc(value = "False: contacts that have an agent are dealt anew.", byDefault = "true") @Nullable
            Boolean keepExisting,

            @Doc(value = "Acts on at most so many, the most urgent.", min = 1, max = 1_000_000) @Nullable
            Integer limit) {}

    /** What is answered; assigned, reassigned, unassigned and skipped sum to matched. */
    public record Output(
            @Doc("Contacts of the campaign that are meant.") long matched,
            @Doc("Contacts without an agent that got one.") long assigned,

            @Doc("Contacts with an agent that were dealt anew, perhaps to the same.")
            long reassigned,

            @Doc("Contacts whose agent was taken away.") long unassigned,

            @Doc("Of contactIds, those not in the campaign; not counted in matched.")
            long notInCampaign,

            @Doc("Contacts left as they are.") NotAssigned skipped,

            @Doc(
                    value = "Each agent dealt to, in turn, then those who only lose contacts (the 100 who lose most).",
                    max = 300)
            List<AgentShare> perAgent,

            @Doc(value = "The first of the contacts, in the order of dealing.", max = 10)
            List<ContactRow> sample) {}

    @Override
    public void check(Input input, Violations violations) {
        boolean unassigns = input.strategy() == AssignmentStrategy.UNASSIGN;
        input.chosen()
                .check(
                        input.campaignId(),
                        unassigns ? "contactIds in its place" : "no filter for the open contacts without an agent",
                        violations);
        input.among().check("", input.strategy() == AssignmentStrategy.WEIGHTED, violations);
        if (unassigns) {
            if (input.chosen().isEmpty()) {
                violations.add("/filter", "required", "unassign needs contactIds or a filter");
            }
            if (input.among().agentIds() != null || input.among().maxPerAgent() != null) {
                violations.add(
                        input.among().agentIds() != null ? "/agentIds" : "/maxPerAgent",
                        "not_together",
                        "unassign deals to nobody: leave agentIds and maxPerAgent out");
            }
        }
    }

    @Override
    public Plan<Output> plan(Input input, Call call) {
        UUID id = input.campaignId();
        campaigns.lock(id);
        CampaignView campaign = campaigns.get(id);
        long outside = chosenContacts.outside(id, input.chosen().contactIds());
        boolean deals = input.strategy() != AssignmentStrategy.UNASSIGN;
        List<UUID> agents = deals ? dealers.find(id, "", input.among()) : List.of();
        if (deals) {
            CampaignRules.workable(campaign.status(), "contacts can't be assigned");
        }
        Assignment assignment = Assignment.of(input, campaign.audience(), agents.size());
        Decision decision = decisions.decide(assignment.sql(), assignment.parameters());
        List<Warning> warnings =
                new ArrayList<>(unknownIds.warnings(input.chosen().ids()));
        Deal deal = deals ? deal(input, agents, decision) : null;
        if (deal != null) {
            warnings.addAll(dealers.joining(id, deal.agentIds()));
        }
        Output output = output(decision, outside, deal);
        return new Plan<>(
                Result.of(output, sentence(deals ? "Would assign" : "Would unassign", output))
                        .warn(warnings),
                decision.count(),
                deal == null ? decision.fingerprint() : decision.fingerprint() ^ deal.fingerprint(),
                false);
    }

    @Override
    public Result<Output> apply(Input input, Plan<Output> plan, Call call) {
        Output output = plan.preview().data();
        UUID id = input.campaignId();
        boolean deals = input.strategy() != AssignmentStrategy.UNASSIGN;
        long changed;
        if (deals) {
            Deal deal = Deal.of(input.strategy().dealing(), output.perAgent());
            dealers.join(id, deal.agentIds(), call.now());
            changed = planned.assign(id, campaigns.get(id).audience(), deal, call.now());
        } else {
            changed = planned.unassign(id, call.now());
        }
        if (changed != plan.count()) {
            throw new Overtaken(changed + " contacts could be assigned, not " + plan.count());
        }
        return Result.of(output, sentence(deals ? "Assigned" : "Unassigned", output))
                .warn(plan.preview().warnings())
                .next(Campaigns.show(
                        id, "Shows the campaign with its agents.", CampaignSection.COUNTS, CampaignSection.AGENTS))
                .affected("contactsAssigned", output.assigned())
                .affected("contactsReassigned", output.reassigned())
                .affected("contactsUnassigned", output.unassigned());
    }

    private Deal deal(Input input, List<UUID> agents, Decision decision) {
        Map<UUID, Long> kept = new HashMap<>(dealers.loads(agents));
        decision.owners().forEach((agent, leaving) -> kept.merge(agent, -leaving, Long::sum));
        return Deal.of(input.strategy().dealing(), agents, kept, input.among(), decision.count());
    }

    private Output output(Decision decision, long outside, @Nullable Deal deal) {
        return new Output(
                decision.matched(),
                deal == null ? 0 : decision.unowned(),
                deal == null ? 0 : decision.count() - decision.unowned(),
                deal == null ? decision.count() : 0,
                outside,
                NotAssigned.of(decision),
                dealers.shares(deal, decision.owners()),
                samples.of(decision.sample()));
    }

    private static String sentence(String did, Output output) {
        long done = output.assigned() + output.reassigned() + output.unassigned();
        return output.skipped().told(new Funnel(did, done, output.matched())).sentence();
    }
}
