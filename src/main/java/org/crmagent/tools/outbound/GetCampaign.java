package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code get_campaign}. */
@ToolSpec(
        title = "Show a campaign",
        description =
                "Shows one campaign with all its columns and, as asked, contact counts by state, its templates, its agents,"
                        + " its latest calls and its follow-ups. Read it before an update: its version is what expectedVersion takes.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "With counts, templates and agents.",
                    input = "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\"}"),
            @ToolSpec.Example(
                    description = "With its latest calls and its follow-ups.",
                    input =
                            "{\"campaignId\": \"c0000001-0000-4000-8000-000000000002\", \"include\": [\"recentCalls\", \"followUps\"]}")
        })
public class GetCampaign implements Tool<GetCampaign.Input, GetCampaign.Output> {
    private static final Set<CampaignSection> BY_DEFAULT =
            Set.of(CampaignSection.COUNTS, CampaignSection.TEMPLATES, CampaignSection.AGENTS);

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignAdvice advice;

    @Inject
    CampaignSections sections;

    @Inject
    CampaignActivity activity;

    /** What is asked. */
    public record Input(
            @Doc("The campaign.") UUID campaignId,

            @Doc(
                    value = "Sections beside the campaign.",
                    max = 5,
                    unique = true,
                    byDefault = "[\"counts\", \"templates\", \"agents\"]")
            @Nullable
            List<CampaignSection> include) {}

    /** What is answered. */
    public record Output(
            @Doc("The campaign.") CampaignView campaign,
            @Doc("How many contacts it has.") Optional<CampaignSections.Counts> counts,
            @Doc("Its templates with their states.") Optional<CampaignSections.Templates> templates,
            @Doc(value = "Its agents, by name.", max = 200) Optional<List<CampaignSections.CampaignAgent>> agents,
            @Doc(value = "Its ten latest calls.", max = 10) Optional<List<CampaignActivity.RecentCall>> recentCalls,
            @Doc("Its pending follow-ups.") Optional<CampaignActivity.FollowUps> followUps) {}

    @Override
    public Result<Output> run(Input input, Call call) {
        CampaignView view = campaigns.get(input.campaignId());
        UUID id = input.campaignId();
        Set<CampaignSection> asked = input.include() == null ? BY_DEFAULT : Set.copyOf(input.include());
        Output output = new Output(
                view,
                when(asked, CampaignSection.COUNTS).map(yes -> sections.counts(id)),
                when(asked, CampaignSection.TEMPLATES).map(yes -> sections.templates(view)),
                when(asked, CampaignSection.AGENTS).map(yes -> sections.agents(id)),
                when(asked, CampaignSection.RECENT_CALLS).map(yes -> activity.recentCalls(id)),
                when(asked, CampaignSection.FOLLOW_UPS).map(yes -> activity.followUps(id, call.now())));
        ContactCounts counts = campaigns.counts(id);
        return Result.of(
                        output,
                        "The campaign is " + view.status().name().toLowerCase(java.util.Locale.ROOT) + " at version "
                                + view.version() + " and has " + Counted.of(counts.total(), "contact") + ", "
                                + Counted.number(counts.open())
                                + " open, " + Counted.number(counts.unassigned()) + " of them without an agent.")
                .next(advice.of(id, view.status(), counts))
                .next(NextAction.of(
                        "bulk_get_agent_workloads",
                        "Compares the workloads of active agents in this campaign.",
                        Map.of("campaignIds", List.of(id))));
    }

    private static Optional<Boolean> when(Set<CampaignSection> asked, CampaignSection section) {
        return asked.contains(section) ? Optional.of(true) : Optional.empty();
    }
}
