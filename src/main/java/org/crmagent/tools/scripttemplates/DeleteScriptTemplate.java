package org.crmagent.tools.scripttemplates;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.store.template.AttachedCampaigns;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Plan;
import org.crmagent.tool.PlannedTool;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code delete_script_template}. */
@ToolSpec(
        title = "Delete a script template",
        description =
                "Deletes one call script for good; archiving it with update_script_template keeps it. While campaigns have it"
                        + " it is only deleted when told to detach it from them. Executions stay with their answers and the script as it"
                        + " was. expectedCount is compared with the campaigns detached.",
        risk = Risk.DESTRUCTIVE,
        confirm = true,
        examples = {
            @ToolSpec.Example(
                    description = "What deleting a draft would do.",
                    input = "{\"templateId\": \"50000001-0000-4000-8000-000000000005\", \"dryRun\": true}"),
            @ToolSpec.Example(description = "What deleting a script that is in use would do.", input = """
                            {"templateId": "50000001-0000-4000-8000-000000000004", "detachFromCampaigns": true,
                             "dryRun": true}""")
        })
public class DeleteScriptTemplate implements PlannedTool<DeleteScriptTemplate.Input, DeleteScriptTemplate.Output> {
    private static final int MOST_SHOWN = 100;
    private static final int MOST_REFUSED = 50;

    private static final String LOCK_CAMPAIGNS = """
            with locked as (
              select id from campaign where organization_id = :organizationId and script_template_id = :id
              order by id for no key update)
            select count(*) as campaigns from locked
            """;

    private static final String LOCK_TEMPLATE =
            "select id from script_template where organization_id = :organizationId and id = :id for update";

    private static final String PLAN = """
            select t.version, count(c.id) as campaigns, count(c.id) filter (where c.status = 'active') as active,
                   hashtextextended(t.version || ' ' || t.updated_at, 0)
                     # coalesce(bit_xor(hashtextextended(c.id || ' ' || c.version || ' ' || c.updated_at, 0)), 0)
                     as fingerprint,
                   (select count(*) from script_execution e
                    where e.organization_id = t.organization_id and e.script_template_id = t.id) as executions
            from script_template t
            left join campaign c on c.organization_id = t.organization_id and c.script_template_id = t.id
            where t.organization_id = :organizationId and t.id = :id
            group by t.organization_id, t.id, t.version, t.updated_at
            """;

    private static final String DETACH = """
            update campaign set script_template_id = null, version = version + 1, updated_at = :now
            where organization_id = :organizationId and script_template_id = :id
            """;

    private static final String DELETE =
            "delete from script_template where organization_id = :organizationId and id = :id";

    @Inject
    Sql sql;

    @Inject
    AttachedCampaigns attached;

    /** What is asked. */
    public record Input(
            @Doc("The template.") UUID templateId,

            @Doc(
                    value =
                            "True: campaigns that have it lose it, archived ones too, and their versions grow. Default false.",
                    byDefault = "false")
            @Nullable
            Boolean detachFromCampaigns) {}

    /** What is answered. */
    public record Output(
            @Doc("True: the template is gone, in a dry run would be.")
            boolean deleted,

            @Doc(value = "The first hundred campaigns that lose it, archived ones last.", max = 100)
            List<AttachedCampaigns.AttachedCampaign> campaignsDetached,

            @Doc("All campaigns that lose it.") long campaignsDetachedCount,

            @Doc("Executions that stay, without the template.")
            long executionsKept) {}

    private record Found(int version, long campaigns, long active, long fingerprint, long executions) {}

    @Override
    public Plan<Output> plan(Input input, Call call) {
        UUID id = input.templateId();
        lock(id);
        Found found = sql.of(PLAN)
                .set("id", id)
                .one(row -> new Found(
                        row.integer("version"),
                        row.number("campaigns"),
                        row.number("active"),
                        row.number("fingerprint"),
                        row.number("executions")));
        if (found.campaigns() > 0 && !Boolean.TRUE.equals(input.detachFromCampaigns())) {
            throw inUse(id, found.campaigns());
        }
        Output output = new Output(
                true, attached.first(TemplateKind.SCRIPT, id, MOST_SHOWN), found.campaigns(), found.executions());
        Result<Output> preview = Result.of(
                        output,
                        "The script template at version " + found.version() + (call.dryRun() ? " would be" : " was")
                                + " deleted and detached from " + Counted.of(found.campaigns(), "campaign") + "; "
                                + Counted.of(found.executions(), "execution stays.", "executions stay."))
                .warn(withoutScript(found.active()));
        return new Plan<>(preview, found.campaigns(), found.fingerprint(), false);
    }

    @Override
    public Result<Output> apply(Input input, Plan<Output> plan, Call call) {
        UUID id = input.templateId();
        long detached = sql.of(DETACH).set("id", id).set("now", call.now()).update();
        sql.of(DELETE).set("id", id).update();
        return plan.preview()
                .next(NextAction.of("list_script_templates", "Lists the templates that are left.", Map.of()))
                .affected("scriptTemplates", 1)
                .affected("campaigns", detached);
    }

    /** Campaigns first, as every tool does; whoever attaches the template meanwhile waits for it, and finds it gone. */
    private void lock(UUID id) {
        sql.of(LOCK_CAMPAIGNS).set("id", id).one(row -> row.number("campaigns"));
        if (sql.of(LOCK_TEMPLATE).set("id", id).first(row -> row.uuid("id")).isEmpty()) {
            throw Refusal.notFound("script template", "/templateId", id);
        }
    }

    private Refusal inUse(UUID id, long campaigns) {
        return new Refusal(
                ErrorCode.INVALID_STATE,
                "Nothing was done: " + Counted.of(campaigns, "campaign has", "campaigns have")
                        + " the script template; detach it from them first, or" + " give detachFromCampaigns: true.",
                List.of(new Violation(
                        "/input/detachFromCampaigns",
                        "template_attached",
                        Counted.of(campaigns, "campaign has", "campaigns have") + " the template",
                        "true")),
                List.of(NextAction.of(
                        "delete_script_template",
                        "Previews the deletion with the template detached from its campaigns.",
                        Map.of("templateId", id, "detachFromCampaigns", true, "dryRun", true))),
                Map.of("campaigns", attached.first(TemplateKind.SCRIPT, id, MOST_REFUSED)));
    }

    private static List<Warning> withoutScript(long active) {
        return active == 0
                ? List.of()
                : List.of(new Warning(
                        "campaign_without_script",
                        Counted.of(active, "active campaign is", "active campaigns are")
                                + " without a call script then.",
                        null));
    }
}
