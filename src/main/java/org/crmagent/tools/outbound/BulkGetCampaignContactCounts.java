package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code bulk_get_campaign_contact_counts}. */
@ToolSpec(
        title = "Count the contacts of campaigns",
        description =
                "Counts the contacts of up to 200 campaigns at once: all, open ones, open ones without an agent, and by state,"
                        + " by agent or by how the last call ended. Use it to compare campaigns, or to find those that lack"
                        + " contacts or agents, instead of reading campaigns one after another.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(description = "All campaigns that are not archived, by state.", input = "{}"),
            @ToolSpec.Example(description = "Two campaigns by agent and by outcome of the last call.", input = """
                            {"campaignIds": ["c0000001-0000-4000-8000-000000000001", "c0000001-0000-4000-8000-000000000002"],
                             "groupBy": ["agent", "outcome"]}""")
        })
public class BulkGetCampaignContactCounts
        implements Tool<BulkGetCampaignContactCounts.Input, BulkGetCampaignContactCounts.Output> {
    private static final int MOST = 200;
    private static final int MOST_WITH_AGENT = 20;

    @Inject
    CampaignsNotArchived notArchived;

    @Inject
    NamedCampaigns campaigns;

    @Inject
    CampaignCountGroups groups;

    @Inject
    CampaignAdvice advice;

    /** What contacts may be grouped by. */
    public enum GroupBy {
        STATE,
        AGENT,
        OUTCOME
    }

    /** What is asked. */
    public record Input(
            @Doc(
                    value =
                            "The campaigns; all that are not archived when absent. At most 20 with groupBy agent, also when"
                                    + " absent.",
                    min = 1,
                    max = MOST,
                    unique = true)
            @Nullable
            List<UUID> campaignIds,

            @Doc(
                    value = "How the contacts of each campaign are grouped; outcome is that of the last call.",
                    min = 1,
                    max = 3,
                    unique = true,
                    byDefault = "[\"state\"]")
            @Nullable
            List<GroupBy> groupBy) {

        List<GroupBy> groupBys() {
            return groupBy == null ? List.of(GroupBy.STATE) : groupBy;
        }

        boolean groups(GroupBy by) {
            return groupBys().contains(by);
        }
    }

    /** What is answered. */
    public record Output(
            @Doc(value = "One row for each campaign: in the order asked, else by name.", max = MOST)
            List<CampaignContactCounts> campaigns,

            @Doc(value = "Ids asked for that are no campaign of this organization.", max = MOST)
            List<UUID> notFound) {}

    @Override
    public void check(Input input, Violations violations) {
        if (input.groups(GroupBy.AGENT)
                && input.campaignIds() != null
                && input.campaignIds().size() > MOST_WITH_AGENT) {
            violations.add("/campaignIds", "too_many", "with groupBy agent name at most 20 campaigns");
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        if (input.campaignIds() != null) {
            NamedCampaigns.Found named = campaigns.find(input.campaignIds());
            return result(input, named.names(), named.notFound())
                    .warn(named.warnings())
                    .next(named.nextActions());
        }
        boolean byAgent = input.groups(GroupBy.AGENT);
        CampaignsNotArchived.Found chosen = notArchived.find(byAgent ? MOST_WITH_AGENT : MOST);
        if (byAgent && !chosen.all()) {
            throw tooMany(input, chosen);
        }
        return result(input, chosen.names(), List.of()).warn(chosen.warnings());
    }

    private Result<Output> result(Input input, Map<UUID, String> names, List<UUID> notFound) {
        CampaignCountGroups.Groups read =
                groups.read(names.keySet(), input.groups(GroupBy.AGENT), input.groups(GroupBy.OUTCOME));
        Output output = new Output(CampaignContactCounts.list(names, read, input.groups(GroupBy.STATE)), notFound);
        return Result.of(output, summary(output)).next(nextActions(output));
    }

    private static String summary(Output output) {
        long total = 0;
        long open = 0;
        long unassigned = 0;
        for (CampaignContactCounts each : output.campaigns()) {
            total += each.counts().total();
            open += each.counts().open();
            unassigned += each.counts().unassigned();
        }
        return Counted.of(output.campaigns().size(), "campaign has ", "campaigns have ") + Counted.of(total, "contact")
                + ", " + Counted.number(open) + " of them open, " + Counted.number(unassigned)
                + " open without an agent; a contact counts once in each campaign it is in.";
    }

    private List<NextAction> nextActions(Output output) {
        List<CampaignContactCounts> waiting = output.campaigns().stream()
                .filter(each -> each.counts().unassigned() > 0)
                .sorted(Comparator.comparing(
                        (CampaignContactCounts each) -> -each.counts().unassigned()))
                .toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        Set<UUID> worked = advice.worked(
                waiting.stream().map(CampaignContactCounts::campaignId).toList());
        return waiting.stream()
                .filter(each -> worked.contains(each.campaignId()))
                .limit(1)
                .map(most ->
                        CampaignAdvice.deal(most.campaignId(), most.counts().unassigned()))
                .toList();
    }

    private static Refusal tooMany(Input input, CampaignsNotArchived.Found chosen) {
        return new Refusal(
                ErrorCode.VALIDATION_FAILED,
                "With groupBy agent at most " + MOST_WITH_AGENT + " campaigns are counted at once, and "
                        + chosen.total() + " are not archived: name the campaigns, or leave agent out of groupBy.",
                List.of(new Violation(
                        "/input/campaignIds", "too_many", "with groupBy agent name at most 20 campaigns", null)),
                List.of(NextAction.of(
                        "bulk_get_campaign_contact_counts",
                        "The same for the " + MOST_WITH_AGENT + " campaigns that were changed last.",
                        Map.of("campaignIds", chosen.names().keySet(), "groupBy", input.groupBys()))));
    }
}
