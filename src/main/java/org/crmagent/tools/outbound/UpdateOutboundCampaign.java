package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.Audience;
import org.crmagent.model.CallingWindow;
import org.crmagent.model.Campaign;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.FieldChange;
import org.crmagent.model.LegalBasis;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.VisibleName;
import org.crmagent.store.Entities;
import org.crmagent.tool.Call;
import org.crmagent.tool.Change;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** {@code update_outbound_campaign}. */
@ToolSpec(
        title = "Change a campaign",
        description =
                "Changes what is given of one campaign and keeps the rest; null clears where a member says so. Moves it"
                        + " through its life cycle: draft to active or archived, active to paused or completed, paused to active or"
                        + " completed, completed to archived. Tells each field that changed.",
        risk = Risk.WRITE,
        versioned = true,
        examples = {
            @ToolSpec.Example(
                    description = "Pause a campaign, as a preview.",
                    input =
                            "{\"campaignId\": \"c0000001-0000-4000-8000-000000000002\", \"status\": \"paused\", \"dryRun\": true}"),
            @ToolSpec.Example(
                    description = "Clear the end, raise the priority and add an agent, as a preview.",
                    input = """
                            {"campaignId": "c0000001-0000-4000-8000-000000000001", "endsOn": null, "priority": 30,
                             "addAgentIds": ["a0000001-0000-4000-8000-000000000005"], "dryRun": true}""")
        })
public class UpdateOutboundCampaign implements Tool<UpdateOutboundCampaign.Input, UpdateOutboundCampaign.Output> {

    @Inject
    Entities entities;

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignLinks links;

    @Inject
    LinkCheck linkCheck;

    /** What is asked. */
    public record Input(
            @Doc("The campaign; a completed or archived one can only lose templates.")
            UUID campaignId,

            @Doc(value = "New name; null keeps it.", min = 1, max = 120) @Nullable
            String name,

            @Doc(value = "What it is about; null clears.", max = 2000)
            Change<String> description,

            @Doc("Next status in the life cycle; null keeps it.") @Nullable
            CampaignStatus status,

            @Doc("The call script, published; null detaches.")
            Change<UUID> scriptTemplateId,

            @Doc("The qualification form, published; null detaches.")
            Change<UUID> qualificationTemplateId,

            @Doc(
                    value = "All agents of the campaign from now on; null keeps them. Not together with addAgentIds or"
                            + " removeAgentIds.",
                    max = 200,
                    unique = true)
            @Nullable
            List<UUID> agentIds,

            @Doc(value = "Agents to add; each must be active.", max = 200, unique = true) @Nullable
            List<UUID> addAgentIds,

            @Doc(value = "Agents to take out; contacts assigned to them stay assigned.", max = 200, unique = true)
            @Nullable
            List<UUID> removeAgentIds,

            @Doc("First day of calling; null clears.") Change<LocalDate> startsOn,

            @Doc("Last day of calling, not before the first; null clears.")
            Change<LocalDate> endsOn,

            @Doc(value = "IANA time zone; null keeps it.", min = 1, max = 64) @Nullable
            String timezone,

            @Doc(value = "All calling windows from now on, an empty list for none; null keeps them.", max = 20)
            @Nullable
            List<CallingWindow> callingWindows,

            @Doc("Whom it calls; null keeps it. Becoming business clears the legal basis;"
                    + " becoming consumer sets consent and the legal calling windows where none are given or stored.")
            @Nullable
            Audience audience,

            @Doc("What allows calling consumers; null clears.")
            Change<LegalBasis> legalBasis,

            @Doc(value = "Calls to one contact before it is given up; null keeps it.", min = 1, max = 50) @Nullable
            Integer maxAttempts,

            @Doc(value = "Minutes between two calls to one contact; null keeps it.", min = 0, max = 43_200) @Nullable
            Integer retryDelayMinutes,

            @Doc(value = "Higher comes first; null keeps it.", min = -100, max = 100) @Nullable
            Integer priority,

            @Doc(
                    value = "All labels from now on, an empty list for none; null keeps them.",
                    max = 20,
                    itemMax = 40,
                    unique = true)
            @Nullable
            List<String> tags) {}

    /** What is answered. */
    public record Output(
            @Doc("The campaign after the change.") CampaignView campaign,

            @Doc(value = "What changed; empty when nothing did.", max = 30)
            List<FieldChange> changes) {}

    @Override
    public void check(Input input, Violations violations) {
        VisibleName.check(input.name(), "/name", violations);
        CampaignRules.tags(input.tags(), violations);
        CampaignRules.dates(input.startsOn().value(), input.endsOn().value(), violations);
        CampaignRules.timezone(input.timezone(), violations);
        CampaignRules.windows(input.callingWindows(), violations);
        AgentsAsked.check(input, violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        UUID id = input.campaignId();
        long version = campaigns.lock(id);
        CampaignView before = campaigns.get(id);
        List<UUID> agentsBefore = campaigns.agentIds(id);
        AgentsAsked agents = AgentsAsked.of(input, agentsBefore);
        UUID script = LinkCheck.newOne(input.scriptTemplateId(), before.scriptTemplate());
        UUID qualification = LinkCheck.newOne(input.qualificationTemplateId(), before.qualificationTemplate());
        LinkCheck.Unfit unfit = linkCheck.known(script, qualification, agents);
        call.checkVersion(version, Campaigns.show(id));
        CampaignRules.attachable(before.status(), script, qualification);
        unfit.refuse();
        LifeCycle.check(
                "campaign", before.status(), input.status(), before.status().next());
        CampaignStatus status = input.status() == null ? before.status() : input.status();
        if (input.name() != null && status != CampaignStatus.ARCHIVED) {
            links.checkName(input.name(), id);
        }

        Campaign campaign = entities.locked(Campaign.class, id);
        CampaignChange.apply(input, campaign, before.callingWindows());
        entities.flush();
        links.addAgents(id, agents.added());
        links.removeAgents(id, agents.removed());
        if (input.tags() != null) {
            links.tag(id, input.tags());
        }
        List<FieldChange> changes =
                CampaignDifference.between(before, campaigns.get(id), agentsBefore, campaigns.agentIds(id));
        if (changes.isEmpty()) {
            return Result.of(new Output(before, changes), "Nothing changed: the campaign already is as asked.")
                    .warn(List.of(Warning.unchanged("campaign", id)));
        }
        campaign.touch(call.now());
        entities.flush();
        CampaignView after = campaigns.get(id);
        return Result.of(
                        new Output(after, changes),
                        FieldChange.told(changes, "campaign", call.dryRun(), after.status(), after.version()) + ".")
                .warn(warnings(before, after))
                .next(Campaigns.show(id))
                .affected("campaigns", 1);
    }

    private List<Warning> warnings(CampaignView before, CampaignView after) {
        UUID id = after.storedId();
        List<Warning> warnings = new ArrayList<>();
        if (before.status() != after.status()) {
            warnings.addAll(campaigns.lifeCycleWarnings(id, after.status(), after.scriptTemplate() != null));
        }
        warnings.addAll(CampaignRules.legalHours(after.audience(), after.callingWindows(), id));
        return warnings;
    }
}
