package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.ContactState;
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

    /**
     * In the order of the key, which is cheaper than in the order of turns. Who became do-not-call or was closed since the
     * plan gets nobody.
     */
    private static final String ASSIGN = """
            update campaign_contact m
            set assigned_agent_id = p.agent_id, assigned_at = :now, updated_at = :now
            from (select p.contact_id, t.agent_id
                  from planned p
                  join (%1$s) t on t.n = p.n
                  where p.reason is null
                    and not exists (select from contact d
                                    where d.organization_id = :organizationId and d.id = p.contact_id and (%2$s))
                  order by p.contact_id
                  offset 0) p
            where m.organization_id = :organizationId and m.campaign_id = :campaignId and m.contact_id = p.contact_id
              and m.state = any (:open)
            """;

    private static final String UNASSIGN = """
            update campaign_contact m
            set assigned_agent_id = null, assigned_at = null, updated_at = :now
            from planned p
            where m.organization_id = :organizationId and m.campaign_id = :campaignId and m.contact_id = p.contact_id
              and p.reason is null
            """;

    @Inject
    Sql sql;

    @Inject
    Campaigns campaigns;

    @Inject
    ChosenContacts chosenContacts;

    @Inject
    Dealers dealers;

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

            @Doc(
                    "round_robin: in turn; balanced: to the least loaded; weighted: in proportion to weights; unassign: takes"
                            + " the agent away, which needs contactIds or filter.")
            AssignmentStrategy strategy,

            @Doc(
                    value =
                            "Active agents, in the order of turns; the campaign's active agents when absent. Others are added"
                                    + " to the campaign.",
                    min = 1,
                    max = 200,
                    unique = true)
            @Nullable
            List<UUID> agentIds,

            @Doc(
                    value = "Weight of each agent dealt to, 1 to 100, 1 when absent; only with weighted.",
                    min = 1,
                    max = 200,
                    itemMin = 1,
                    itemMax = 100)
            @Nullable
            Map<UUID, Integer> weights,

            @Doc(value = "Most contacts that an agent gets by this call.", min = 1, max = 1_000_000) @Nullable
            Integer maxPerAgent,

            @Doc(value = "False: contacts that have an agent are dealt anew.", byDefault = "true") @Nullable
            Boolean keepExisting,

            @Doc(value = "Acts on at most so many, the most urgent.", min = 1, max = 1_000_000) @Nullable
            Integer limit) {}

    /** Why contacts were left as they are: each for the first reason that holds. */
    public record Skipped(
            @Doc("In a state that is not open.") long notOpen,
            @Doc("Do-not-call.") long doNotCall,
            @Doc("Has an agent already.") long alreadyAssigned,

            @Doc("Has no agent to take away; only with unassign.")
            long notAssigned,

            @Doc("More than the agents may get.") long overCapacity,
            @Doc("Beyond the limit.") long overLimit) {}

    /** What is answered; assigned, reassigned, unassigned and skipped sum to matched. */
    public record Output(
            @Doc("Contacts of the campaign that are meant.") long matched,
            @Doc("Contacts without an agent that got one.") long assigned,

            @Doc("Contacts with an agent that were dealt anew, perhaps to the same.")
            long reassigned,

            @Doc("Contacts whose agent was taken away.") long unassigned,

            @Doc("Of contactIds, those not in the campaign; not counted in matched.")
            long notInCampaign,

            @Doc("Contacts left as they are.") Skipped skipped,

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
        Dealing.check(
                "", input.strategy() == AssignmentStrategy.WEIGHTED, input.agentIds(), input.weights(), violations);
        if (unassigns) {
            if (input.chosen().isEmpty()) {
                violations.add("/filter", "required", "unassign needs contactIds or a filter");
            }
            if (input.agentIds() != null || input.maxPerAgent() != null) {
                violations.add(
                        input.agentIds() != null ? "/agentIds" : "/maxPerAgent",
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
        List<UUID> agents = deals ? dealers.find(id, "", input.agentIds(), input.weights()) : List.of();
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
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("campaignId", input.campaignId());
        parameters.put("now", call.now());
        boolean deals = input.strategy() != AssignmentStrategy.UNASSIGN;
        String statement = UNASSIGN;
        if (deals) {
            Deal deal = Deal.of(input.strategy().dealing(), output.perAgent());
            dealers.join(input.campaignId(), deal.agentIds(), call.now());
            parameters.putAll(deal.parameters());
            parameters.put("open", ContactState.OPEN);
            statement = ASSIGN.formatted(
                    Deal.TURNS,
                    Assignment.never(campaigns.get(input.campaignId()).audience()));
        }
        long changed = sql.of(statement).setAll(parameters).update();
        if (changed != plan.count()) {
            throw new Overtaken(changed + " contacts could be assigned, not " + plan.count());
        }
        return Result.of(output, sentence(deals ? "Assigned" : "Unassigned", output))
                .warn(plan.preview().warnings())
                .next(NextAction.of(
                        "get_campaign",
                        "Shows the campaign with its agents.",
                        Map.of("campaignId", input.campaignId(), "include", List.of("counts", "agents"))))
                .affected("contactsAssigned", output.assigned())
                .affected("contactsReassigned", output.reassigned())
                .affected("contactsUnassigned", output.unassigned());
    }

    private Deal deal(Input input, List<UUID> agents, Decision decision) {
        Map<UUID, Long> kept = new HashMap<>(dealers.loads(agents));
        decision.owners().forEach((agent, leaving) -> kept.merge(agent, -leaving, Long::sum));
        return Deal.of(
                input.strategy().dealing(), agents, kept, input.weights(), input.maxPerAgent(), decision.count());
    }

    private Output output(Decision decision, long outside, @Nullable Deal deal) {
        return new Output(
                decision.matched(),
                deal == null ? 0 : decision.unowned(),
                deal == null ? 0 : decision.count() - decision.unowned(),
                deal == null ? decision.count() : 0,
                outside,
                new Skipped(
                        decision.skipped("notOpen"),
                        decision.skipped("doNotCall"),
                        decision.skipped("alreadyAssigned"),
                        decision.skipped("notAssigned"),
                        decision.skipped("overCapacity"),
                        decision.skipped("overLimit")),
                dealers.shares(deal, decision.owners()),
                samples.of(decision.sample()));
    }

    private static String sentence(String did, Output output) {
        Skipped skipped = output.skipped();
        long done = output.assigned() + output.reassigned() + output.unassigned();
        return new Funnel(did, done, output.matched())
                .and(skipped.notOpen(), "not open")
                .and(skipped.doNotCall(), "do-not-call")
                .and(skipped.alreadyAssigned(), "assigned already")
                .and(skipped.notAssigned(), "nobody's")
                .and(skipped.overCapacity(), "more than the agents may get")
                .and(skipped.overLimit(), "over the limit")
                .sentence();
    }
}
