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
import org.crmagent.model.LegalBasis;
import org.crmagent.model.VisibleName;
import org.crmagent.store.Entities;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Source;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code create_outbound_campaign}. */
@ToolSpec(
        title = "Create a campaign",
        description =
                "Creates a calling campaign, as a draft or active at once, with its templates, agents, dates, calling hours"
                        + " and rules. It has no contacts yet. Names are unique among the campaigns that are not archived, without"
                        + " regard to case and accents.",
        risk = Risk.WRITE,
        examples = {
            @ToolSpec.Example(
                    description = "A draft with nothing but a name, as a preview.",
                    input = "{\"name\": \"Relance hiver\", \"dryRun\": true}"),
            @ToolSpec.Example(
                    description = "A consumer campaign with script, form and two agents, as a preview.",
                    input = """
                            {"name": "Pompes à chaleur 2027", "audience": "consumer", "legalBasis": "consent",
                             "scriptTemplateId": "50000001-0000-4000-8000-000000000001",
                             "qualificationTemplateId": "60000001-0000-4000-8000-000000000001",
                             "agentIds": ["a0000001-0000-4000-8000-000000000001", "a0000001-0000-4000-8000-000000000002"],
                             "startsOn": "2027-01-11", "endsOn": "2027-03-31", "tags": ["chauffage"], "dryRun": true}""")
        })
public class CreateOutboundCampaign implements Tool<CreateOutboundCampaign.Input, CreateOutboundCampaign.Output> {

    @Inject
    Entities entities;

    @Inject
    Campaigns campaigns;

    @Inject
    CampaignLinks links;

    @Inject
    LinkCheck linkCheck;

    @Inject
    Source source;

    /** A status a campaign can start with. */
    public enum FirstStatus {
        DRAFT,
        ACTIVE
    }

    /** What is asked. */
    public record Input(
            @Doc(value = "Name, unique among the campaigns that are not archived.", min = 1, max = 120)
            String name,

            @Doc(value = "What it is about.", max = 2000) @Nullable
            String description,

            @Doc(value = "draft: prepare first; active: agents can call at once.", byDefault = "\"draft\"") @Nullable
            FirstStatus status,

            @Doc("The call script; it must be published.") @Nullable
            UUID scriptTemplateId,

            @Doc("The qualification form; it must be published.") @Nullable
            UUID qualificationTemplateId,

            @Doc(value = "The campaign's agents; each must be active.", max = 200, unique = true) @Nullable
            List<UUID> agentIds,

            @Doc("First day of calling, in the campaign's time zone.") @Nullable
            LocalDate startsOn,

            @Doc("Last day of calling, not before startsOn.") @Nullable
            LocalDate endsOn,

            @Doc(value = "IANA time zone.", min = 1, max = 64, byDefault = "\"Europe/Paris\"") @Nullable
            String timezone,

            @Doc(
                    value =
                            "When contacts are called, each from before to, none overlapping another. Absent: at any time,"
                                    + " and for consumers Monday to Friday 10:00 to 13:00 and 14:00 to 20:00.",
                    max = 20)
            @Nullable
            List<CallingWindow> callingWindows,

            @Doc(value = "consumer: the legal rules for calling consumers apply.", byDefault = "\"business\"") @Nullable
            Audience audience,

            @Doc("What allows calling consumers, only with audience consumer; absent there: consent.") @Nullable
            LegalBasis legalBasis,

            @Doc(value = "Calls to one contact before it is given up.", min = 1, max = 50, byDefault = "5") @Nullable
            Integer maxAttempts,

            @Doc(value = "Minutes between two calls to one contact.", min = 0, max = 43_200, byDefault = "1440")
            @Nullable
            Integer retryDelayMinutes,

            @Doc(value = "Higher comes first.", min = -100, max = 100, byDefault = "0") @Nullable
            Integer priority,

            @Doc(value = "Labels.", max = 20, itemMax = 40, unique = true) @Nullable
            List<String> tags) {}

    /** What is answered. */
    public record Output(@Doc("The new campaign.") CampaignView campaign) {}

    @Override
    public void check(Input input, Violations violations) {
        VisibleName.check(input.name(), "/name", violations);
        CampaignRules.tags(input.tags(), violations);
        CampaignRules.dates(input.startsOn(), input.endsOn(), violations);
        CampaignRules.timezone(input.timezone(), violations);
        CampaignRules.windows(input.callingWindows(), violations);
        CampaignRules.legalBasis(input.audience(), input.legalBasis(), violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        AgentsAsked asked = AgentsAsked.first(input.agentIds());
        List<UUID> agents = asked.added();
        linkCheck
                .known(input.scriptTemplateId(), input.qualificationTemplateId(), asked)
                .refuse();
        links.checkName(input.name(), null);

        UUID id = source.newId();
        entities.add(campaign(input, id, call));
        links.tag(id, input.tags() == null ? List.of() : input.tags());
        links.addAgents(id, agents);

        CampaignView view = campaigns.get(id);
        List<Warning> warnings =
                new ArrayList<>(campaigns.lifeCycleWarnings(id, view.status(), view.scriptTemplate() != null));
        warnings.addAll(CampaignRules.legalHours(view.audience(), view.callingWindows(), id));
        if (call.dryRun()) {
            List<Warning> anonymous = warnings.stream()
                    .map(warning -> new Warning(warning.code(), warning.message(), null))
                    .toList();
            return Result.of(new Output(view.withoutId()), summary(view, agents, "would be created"))
                    .warn(anonymous);
        }
        return Result.of(new Output(view), summary(view, agents, "was created"))
                .warn(warnings)
                .next(CampaignAdvice.fill(id))
                .next(Campaigns.show(id, "Shows the campaign with its agents and templates."))
                .affected("campaigns", 1)
                .affected("campaignAgents", agents.size());
    }

    private static Campaign campaign(Input input, UUID id, Call call) {
        Campaign campaign = new Campaign(
                call.organizationId(), id, input.name().strip(), call.caller().subject(), call.now());
        Audience audience = input.audience() == null ? Audience.BUSINESS : input.audience();
        boolean consumers = audience == Audience.CONSUMER;
        campaign.describe(input.description());
        campaign.become(input.status() == FirstStatus.ACTIVE ? CampaignStatus.ACTIVE : CampaignStatus.DRAFT);
        campaign.useTemplates(input.scriptTemplateId(), input.qualificationTemplateId());
        campaign.run(
                input.startsOn(), input.endsOn(), input.timezone() == null ? campaign.timezone() : input.timezone());
        campaign.address(audience, consumers && input.legalBasis() == null ? LegalBasis.CONSENT : input.legalBasis());
        campaign.limitAttempts(input.maxAttempts(), input.retryDelayMinutes());
        campaign.prioritize(input.priority());
        List<CallingWindow> byDefault = consumers ? CallingWindow.LEGAL_FOR_CONSUMERS : List.of();
        campaign.callWithin(input.callingWindows() == null ? byDefault : input.callingWindows());
        return campaign;
    }

    private static String summary(CampaignView view, List<UUID> agents, String done) {
        return "A campaign in status " + view.status().name().toLowerCase(java.util.Locale.ROOT) + " with "
                + Counted.of(agents.size(), "agent") + " and no contacts " + done + ".";
    }
}
