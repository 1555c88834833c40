package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
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
    PlannedContacts planned;

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

    /** What is answered; added and skipped sum to matched. */
    public record Output(
            @Doc("Contacts that match the filter.") long matched,
            @Doc("Contacts added.") long added,
            @Doc("Contacts left out.") NotAdded skipped,
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
        List<UUID> agents = assign == null ? List.of() : dealers.find(id, "/assign", assign.among());
        CampaignRules.workable(campaign.status(), "contacts can't be added");
        Addition addition = addition(input, campaign, consumerRules.consentSince(call.now()));
        Decision decision = decisions.decide(addition.sql(), addition.parameters());
        List<Warning> warnings =
                new ArrayList<>(unknownIds.warnings(input.filter().criteria().ids()));
        Optional<List<AgentShare>> shares = Optional.empty();
        long fingerprint = decision.fingerprint();
        if (assign != null) {
            Deal deal = Deal.of(assign.strategy(), agents, dealers.loads(agents), assign.among(), decision.count());
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
        Deal deal = input.assign() == null
                ? null
                : Deal.of(input.assign().strategy(), output.perAgent().orElseThrow());
        if (deal != null) {
            dealers.join(id, deal.agentIds(), call.now());
        }
        long added = planned.add(id, input.priority() == null ? 0 : input.priority(), deal, call.now());
        if (added != plan.count()) {
            throw new Overtaken("of " + plan.count() + " contacts to add some became do-not-call or vanished");
        }
        return Result.of(output, sentence("Added", output))
                .warn(plan.preview().warnings())
                .next(Campaigns.show(
                        id,
                        "Shows the campaign with its contacts' states.",
                        CampaignSection.COUNTS,
                        CampaignSection.AGENTS))
                .affected("contactsAdded", added)
                .affected("contactsAssigned", output.assigned());
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
                NotAdded.of(decision),
                assigned,
                shares,
                samples.of(decision.sample()),
                new ContactCounts(
                        before.total() + added, before.open() + added, before.unassigned() + added - assigned));
    }

    private static String sentence(String did, Output output) {
        return output.skipped()
                .told(new Funnel(did, output.added(), output.matched()))
                .then(output.perAgent().isPresent() ? output.assigned() : null)
                .sentence();
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
