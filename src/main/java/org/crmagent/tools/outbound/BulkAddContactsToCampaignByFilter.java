package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.calling.ConsumerRules;
import org.crmagent.store.Overtaken;
import org.crmagent.store.Sql;
import org.crmagent.store.UnknownFilterIds;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Plan;
import org.crmagent.tool.PlannedTool;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tools.outbound.filter.ContactFilter;
import org.jspecify.annotations.Nullable;

/** {@code bulk_add_contacts_to_campaign_by_filter}. */
@ToolSpec(
        title = "Add contacts to a campaign",
        description =
                "Adds all contacts that match the filter to one campaign, up to a million in one call, and tells how many"
                        + " were added and why the others were not. Contacts that are do-not-call, in the campaign already, without"
                        + " the consent a consumer campaign needs, without a phone or duplicates are left out. Preview with dryRun"
                        + " first. It can deal them among agents at once. Not for completed or archived campaigns.",
        risk = Risk.BULK,
        examples = {
            @ToolSpec.Example(
                    description = "Preview: an import into a draft campaign, one contact a phone number.",
                    input =
                            "{\"campaignId\": \"c0000001-0000-4000-8000-000000000004\", \"filter\": {\"importFolderIds\":"
                                    + " [\"f0000001-0000-4000-8000-000000000001\"]}, \"dryRun\": true}"),
            @ToolSpec.Example(
                    description = "The 200 newest contacts of two cities never called, shared out evenly.",
                    input =
                            "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\", \"filter\": {\"cities\": [\"Lyon\","
                                    + " \"Nantes\"], \"neverCalled\": true}, \"limit\": 200, \"skipIfInActiveCampaign\": true,"
                                    + " \"assign\": {\"strategy\": \"balanced\"}}")
        })
public class BulkAddContactsToCampaignByFilter
        implements PlannedTool<BulkAddContactsToCampaignByFilter.Input, BulkAddContactsToCampaignByFilter.Output> {

    /** Whoever refused calls since the plan is not added, whatever the campaign's audience. */
    private static final String INSERT = """
            insert into campaign_contact
              (organization_id, campaign_id, contact_id, priority, assigned_agent_id, assigned_at, added_at, updated_at)
            select :organizationId, :campaignId, p.contact_id, :priority, p.agent_id,
                   case when p.agent_id is not null then :now::timestamptz end, :now, :now
            from (%s) p
            where not exists (select from contact k
                              where k.organization_id = :organizationId and k.id = p.contact_id
                                and (k.do_not_call or k.call_consent = 'refused'))
            order by p.contact_id
            """;

    private static final String ALL = "select contact_id, null::uuid as agent_id from planned where reason is null";

    private static final String DEALT = """
            select n.contact_id, t.agent_id
            from (select contact_id, row_number() over (order by contact_id) as n from planned where reason is null) n
            left join (%s) t on t.n = n.n""".formatted(Deal.TURNS);

    /** Of two such calls at once into two active campaigns, the second has to see what the first has added. */
    private static final String ONE_AFTER_THE_OTHER =
            "select pg_advisory_xact_lock(hashtextextended('skipIfInActiveCampaign' || :organizationId, 0)) is null as locked";

    @Inject
    Sql sql;

    @Inject
    Campaigns campaigns;

    @Inject
    Dealers dealers;

    @Inject
    Decisions decisions;

    @Inject
    ConsumerRules consumerRules;

    @Inject
    Samples samples;

    @Inject
    UnknownFilterIds unknownIds;

    /** What is asked. */
    public record Input(
            @Doc("The campaign.") UUID campaignId,

            @Doc("Which contacts: at least one criterion, or all: true.")
            ContactFilter filter,

            @Doc(value = "Adds at most so many; see order.", min = 1, max = 1_000_000) @Nullable
            Integer limit,

            @Doc(value = "Who comes first under the limit, by creation or by name.", byDefault = "\"newest\"") @Nullable
            AddingOrder order,

            @Doc(
                    value =
                            "Adds one contact only of those with the same phone or e-mail, and none that a contact of the"
                                    + " campaign has; the most complete is kept, then the oldest.",
                    byDefault = "\"phone\"")
            @Nullable
            DuplicateKey deduplicateBy,

            @Doc(value = "True: leaves out contacts of another active campaign.", byDefault = "false") @Nullable
            Boolean skipIfInActiveCampaign,

            @Doc(value = "True: leaves out contacts without a valid phone.", byDefault = "true") @Nullable
            Boolean requirePhone,

            @Doc(value = "Their priority in the campaign; higher comes first.", min = -100, max = 100, byDefault = "0")
            @Nullable
            Integer priority,

            @Doc("Deals the added contacts among agents; without it they are nobody's.") @Nullable
            Dealing assign) {}

    /** Why contacts were not added: each for the first reason that holds. */
    public record Skipped(
            @Doc("In the campaign already.") long alreadyInCampaign,
            @Doc("Do-not-call.") long doNotCall,

            @Doc("Without the consent that a consumer campaign needs.")
            long consentMissing,

            @Doc("Without a valid phone.") long withoutPhone,
            @Doc("In another active campaign.") long inActiveCampaign,
            @Doc("Same phone or e-mail as another.") long duplicate,
            @Doc("Beyond the limit.") long overLimit) {}

    /** What is answered; added and skipped sum to matched. */
    public record Output(
            @Doc("Contacts that match the filter.") long matched,
            @Doc("Contacts added.") long added,
            @Doc("Contacts left out.") Skipped skipped,
            @Doc("Added contacts that got an agent.") long assigned,

            @Doc(value = "What each agent got; only with assign.", max = 200)
            Optional<List<AgentShare>> perAgent,

            @Doc(value = "The first of those added, by id.", max = 10)
            List<ContactRow> sample,

            @Doc("The campaign's contacts afterwards.") ContactCounts campaignTotals) {}

    @Override
    public void check(Input input, Violations violations) {
        input.filter().check("/filter", violations);
        if (input.assign() != null) {
            input.assign().check("/assign", violations);
        }
    }

    @Override
    public Plan<Output> plan(Input input, Call call) {
        UUID id = input.campaignId();
        if (Boolean.TRUE.equals(input.skipIfInActiveCampaign())) {
            sql.of(ONE_AFTER_THE_OTHER).one(row -> row.bool("locked"));
        }
        campaigns.lock(id);
        CampaignView campaign = campaigns.get(id);
        Dealing assign = input.assign();
        List<UUID> agents =
                assign == null ? List.of() : dealers.find(id, "/assign", assign.agentIds(), assign.weights());
        CampaignRules.workable(campaign.status(), "contacts can't be added");
        Addition addition = addition(input, campaign, consumerRules.consentSince(call.now()));
        Decision decision = decisions.decide(addition.sql(), addition.parameters());
        List<Warning> warnings =
                new ArrayList<>(unknownIds.warnings(input.filter().criteria().ids()));
        Optional<List<AgentShare>> shares = Optional.empty();
        long fingerprint = decision.fingerprint();
        if (assign != null) {
            Deal deal = deal(assign, agents, decision.count());
            fingerprint ^= deal.fingerprint();
            shares = Optional.of(dealers.shares(deal, Map.of()));
            warnings.addAll(dealers.joining(id, deal.agentIds()));
        }
        Output output = output(decision, shares, campaigns.counts(id));
        return new Plan<>(
                Result.of(output, sentence("Would add", output)).warn(warnings), decision.count(), fingerprint, false);
    }

    @Override
    public Result<Output> apply(Input input, Plan<Output> plan, Call call) {
        Output output = plan.preview().data();
        UUID id = input.campaignId();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("campaignId", id);
        parameters.put("priority", input.priority() == null ? 0 : input.priority());
        parameters.put("now", call.now());
        String chosen = ALL;
        if (input.assign() != null) {
            Deal deal = Deal.of(input.assign().strategy(), output.perAgent().orElseThrow());
            dealers.join(id, deal.agentIds(), call.now());
            parameters.putAll(deal.parameters());
            chosen = DEALT;
        }
        long added = sql.of(INSERT.formatted(chosen)).setAll(parameters).update();
        if (added != plan.count()) {
            throw new Overtaken("of " + plan.count() + " contacts to add some became do-not-call or vanished");
        }
        return Result.of(output, sentence("Added", output))
                .warn(plan.preview().warnings())
                .next(next(id))
                .affected("contactsAdded", added)
                .affected("contactsAssigned", output.assigned());
    }

    private Deal deal(Dealing asked, List<UUID> agents, long contacts) {
        return Deal.of(asked.strategy(), agents, dealers.loads(agents), asked.weights(), asked.maxPerAgent(), contacts);
    }

    private Output output(Decision decision, Optional<List<AgentShare>> shares, ContactCounts before) {
        long assigned = shares.stream()
                .flatMap(List::stream)
                .mapToLong(AgentShare::assigned)
                .sum();
        long added = decision.count();
        return new Output(
                decision.matched(),
                added,
                new Skipped(
                        decision.skipped("alreadyInCampaign"),
                        decision.skipped("doNotCall"),
                        decision.skipped("consentMissing"),
                        decision.skipped("withoutPhone"),
                        decision.skipped("inActiveCampaign"),
                        decision.skipped("duplicate"),
                        decision.skipped("overLimit")),
                assigned,
                shares,
                samples.of(decision.sample()),
                new ContactCounts(
                        before.total() + added, before.open() + added, before.unassigned() + added - assigned));
    }

    private static String sentence(String did, Output output) {
        Skipped skipped = output.skipped();
        return new Funnel(did, output.added(), output.matched())
                .and(skipped.alreadyInCampaign(), "already in the campaign")
                .and(skipped.doNotCall(), "do-not-call")
                .and(skipped.consentMissing(), "without the consent needed")
                .and(skipped.withoutPhone(), "without a valid phone")
                .and(skipped.inActiveCampaign(), "in another active campaign")
                .and(skipped.duplicate(), "duplicates")
                .and(skipped.overLimit(), "over the limit")
                .then(output.perAgent().isPresent() ? output.assigned() : null)
                .sentence();
    }

    private static NextAction next(UUID campaignId) {
        return NextAction.of(
                "get_campaign",
                "Shows the campaign with its contacts' states.",
                Map.of("campaignId", campaignId, "include", List.of("counts", "agents")));
    }

    private static Addition addition(Input input, CampaignView campaign, Instant consentSince) {
        return new Addition(
                input.campaignId(),
                campaign.audience(),
                campaign.legalBasis(),
                consentSince,
                input.filter(),
                input.order() == null ? AddingOrder.NEWEST : input.order(),
                input.deduplicateBy() == null ? DuplicateKey.PHONE : input.deduplicateBy(),
                Boolean.TRUE.equals(input.skipIfInActiveCampaign()),
                !Boolean.FALSE.equals(input.requirePhone()),
                input.limit());
    }
}
