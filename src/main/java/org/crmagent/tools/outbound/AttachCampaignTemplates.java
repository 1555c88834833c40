package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.Campaign;
import org.crmagent.model.CampaignStatus;
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

/** {@code attach_campaign_templates}. */
@ToolSpec(
        title = "Attach templates to a campaign",
        description =
                "Attaches a call script, a qualification form or both to a campaign, or detaches them with null. Never"
                        + " puts one template in the place of another unless replace says so. Warns of what is remarkable about the"
                        + " script now attached, also beside the form. Executions in progress keep the script they started with.",
        risk = Risk.WRITE,
        versioned = true,
        examples = {
            @ToolSpec.Example(description = "Give a campaign its call script and its form, as a preview.", input = """
                            {"campaignId": "c0000001-0000-4000-8000-000000000004",
                             "scriptTemplateId": "50000001-0000-4000-8000-000000000002",
                             "qualificationTemplateId": "60000001-0000-4000-8000-000000000003", "dryRun": true}"""),
            @ToolSpec.Example(description = "Replace the call script, as a preview.", input = """
                            {"campaignId": "c0000001-0000-4000-8000-000000000002",
                             "scriptTemplateId": "50000001-0000-4000-8000-000000000001", "replace": true, "dryRun": true}""")
        })
public class AttachCampaignTemplates implements Tool<AttachCampaignTemplates.Input, AttachCampaignTemplates.Output> {

    @Inject
    Entities entities;

    @Inject
    Campaigns campaigns;

    @Inject
    LinkCheck linkCheck;

    @Inject
    AttachedScript attachedScript;

    /** What is asked. */
    public record Input(
            @Doc("The campaign; a completed or archived one can only lose templates.")
            UUID campaignId,

            @Doc(
                    "The call script, published; null detaches, absent keeps. This or qualificationTemplateId must be there.")
            Change<UUID> scriptTemplateId,

            @Doc("The qualification form, published; null detaches, absent keeps.")
            Change<UUID> qualificationTemplateId,

            @Doc(value = "True: a template may take the place of another one.", byDefault = "false") @Nullable
            Boolean replace) {}

    /** The templates of a campaign. */
    public record Templates(
            @Doc("The call script; null: none.") @Nullable Reference scriptTemplate,

            @Doc("The qualification form; null: none.") @Nullable
            Reference qualificationTemplate) {

        static Templates of(CampaignView view) {
            return new Templates(view.scriptTemplate(), view.qualificationTemplate());
        }
    }

    /** What the change touched of the campaign, its templates aside; get_campaign shows all of it. */
    public record Changed(
            @Doc("The campaign.") UUID id,
            @Doc(value = "Name.", max = 120) String name,
            @Doc("In its life cycle.") CampaignStatus status,
            @Doc("For expectedVersion.") int version,
            @Doc("Last change.") Instant updatedAt) {

        static Changed of(CampaignView view) {
            return new Changed(view.storedId(), view.name(), view.status(), view.version(), view.updatedAt());
        }
    }

    /** What is answered. */
    public record Output(
            @Doc("The campaign after the change.") Changed campaign,
            @Doc("Its templates before.") Templates previous,
            @Doc("Its templates now.") Templates attached) {}

    @Override
    public void check(Input input, Violations violations) {
        if (!input.scriptTemplateId().present()
                && !input.qualificationTemplateId().present()) {
            violations.add("", "nothing_to_do", "give scriptTemplateId, qualificationTemplateId or both");
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        UUID id = input.campaignId();
        long version = campaigns.lock(id);
        CampaignView before = campaigns.get(id);
        UUID script = LinkCheck.newOne(input.scriptTemplateId(), before.scriptTemplate());
        UUID qualification = LinkCheck.newOne(input.qualificationTemplateId(), before.qualificationTemplate());
        LinkCheck.Unfit unfit = linkCheck.known(script, qualification, AgentsAsked.first(null));
        call.checkVersion(version, Campaigns.show(id, "Shows the version."));
        CampaignRules.attachable(before.status(), script, qualification);
        unfit.refuse();
        if (!Boolean.TRUE.equals(input.replace())) {
            Occupied.refuse(input, script, qualification, before);
        }

        Campaign campaign = entities.locked(Campaign.class, id);
        campaign.useTemplates(
                input.scriptTemplateId().or(campaign.scriptTemplateId()),
                input.qualificationTemplateId().or(campaign.qualificationTemplateId()));
        boolean changed = script != null || qualification != null || detaches(input, before);
        if (changed) {
            campaign.touch(call.now());
        }
        entities.flush();
        CampaignView after = campaigns.get(id);
        return Result.of(
                        new Output(Changed.of(after), Templates.of(before), Templates.of(after)),
                        changed
                                ? summary(after, call.dryRun())
                                : "Nothing changed: the templates already are as asked.")
                .warn(
                        changed
                                ? List.of()
                                : List.of(
                                        new Warning("no_change", "The templates already are as asked.", id.toString())))
                .warn(attachedScript.warnings(before, after))
                .next(Campaigns.show(id))
                .affected("campaigns", changed ? 1 : 0);
    }

    private static boolean detaches(Input input, CampaignView before) {
        return detaches(input.scriptTemplateId(), before.scriptTemplate())
                || detaches(input.qualificationTemplateId(), before.qualificationTemplate());
    }

    private static boolean detaches(Change<UUID> change, @Nullable Reference attached) {
        return change.present() && change.value() == null && attached != null;
    }

    private static String summary(CampaignView after, boolean dryRun) {
        return "The campaign " + (dryRun ? "would have " : "has ")
                + (after.scriptTemplate() == null ? "no call script and " : "a call script and ")
                + (after.qualificationTemplate() == null ? "no qualification form" : "a qualification form")
                + " at version " + after.version() + ".";
    }
}
