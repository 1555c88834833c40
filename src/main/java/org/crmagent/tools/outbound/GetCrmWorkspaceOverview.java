package org.crmagent.tools.outbound;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Spelled;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** Tells how an organization stands, section by section. */
@ToolSpec(
        title = "Overview of a workspace",
        description = "Shows how a workspace stands: the organization and its modules, how many campaigns, contacts,"
                + " agents, follow-ups, calls and templates it has, the latest imports, and in attention what needs"
                + " action, each with the call to make next. Use it first in a workspace; ask for single sections with"
                + " include. It changes nothing and lists no contacts.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(description = "Everything.", input = "{}"),
            @ToolSpec.Example(
                    description = "Only what needs action, and the follow-ups.",
                    input = "{\"include\": [\"attention\", \"followUps\"]}")
        })
public class GetCrmWorkspaceOverview implements Tool<GetCrmWorkspaceOverview.Input, GetCrmWorkspaceOverview.Output> {
    private static final int MOST_NEXT_ACTIONS = 5;

    @Inject
    OverviewIdentity identity;

    @Inject
    OverviewHoldings holdings;

    @Inject
    OverviewActivity activity;

    @Inject
    OverviewAttention attention;

    /** A part of the overview. */
    public enum Section implements Spelled {
        ORGANIZATION("organization"),
        MODULES("modules"),
        CAMPAIGNS("campaigns"),
        CONTACTS("contacts"),
        AGENTS("agents"),
        FOLLOW_UPS("followUps"),
        CALLS("calls"),
        TEMPLATES("templates"),
        IMPORTS("imports"),
        ATTENTION("attention");

        private final String spelling;

        Section(String spelling) {
            this.spelling = spelling;
        }

        @Override
        public String spelling() {
            return spelling;
        }
    }

    public record Input(
            @Doc(
                    value = "The sections wanted; all when absent. Of the contacts, inNoCampaign takes longest, up to"
                            + " half a second with a million.",
                    min = 1,
                    max = 10,
                    unique = true)
            @Nullable
            List<Section> include) {}

    public record Output(
            @Doc("The organization itself.") Optional<OverviewIdentity.Organization> organization,

            @Doc(value = "Its modules, on or off.", max = 10)
            Optional<List<OverviewIdentity.Module>> modules,

            @Doc("Its campaigns, archived ones too.") Optional<OverviewHoldings.Campaigns> campaigns,

            @Doc("All its contacts, in campaigns or not.") Optional<OverviewHoldings.Contacts> contacts,

            @Doc("Its users with the role agent.") Optional<OverviewHoldings.Agents> agents,

            @Doc("Follow-ups that are pending.") Optional<OverviewActivity.FollowUps> followUps,

            @Doc("Calls of the last seven days, each 24 hours long, up to now.")
            Optional<OverviewActivity.Calls> calls,

            @Doc("Its templates, drafts and archived ones too.")
            Optional<OverviewHoldings.Templates> templates,

            @Doc(value = "The five latest imports, newest first.", max = 5)
            Optional<List<OverviewActivity.Import>> imports,

            @Doc(
                    value =
                            "What needs action, most pressing first: at most five campaigns of each kind, of attentionTotal.",
                    max = 25)
            Optional<List<OverviewAttention.Item>> attention,

            @Doc("How many things need action in all; with attention only.")
            Optional<Long> attentionTotal) {}

    @Override
    public Result<Output> run(Input input, Call call) {
        Set<Section> wanted = input.include() == null ? EnumSet.allOf(Section.class) : EnumSet.copyOf(input.include());
        Optional<OverviewAttention.Found> found =
                section(wanted, Section.ATTENTION, () -> attention.find(call.now(), call.organizationId()));
        Output output = new Output(
                section(wanted, Section.ORGANIZATION, identity::organization),
                section(wanted, Section.MODULES, identity::modules),
                section(wanted, Section.CAMPAIGNS, holdings::campaigns),
                section(wanted, Section.CONTACTS, holdings::contacts),
                section(wanted, Section.AGENTS, holdings::agents),
                section(wanted, Section.FOLLOW_UPS, () -> activity.followUps(call.now())),
                section(wanted, Section.CALLS, () -> activity.calls(call.now())),
                section(wanted, Section.TEMPLATES, holdings::templates),
                section(wanted, Section.IMPORTS, activity::imports),
                found.map(OverviewAttention.Found::items),
                found.map(OverviewAttention.Found::total));
        return Result.of(output, summary(output))
                .next(found.stream()
                        .flatMap(all -> all.items().stream())
                        .map(OverviewAttention.Item::suggested)
                        .distinct()
                        .limit(MOST_NEXT_ACTIONS)
                        .toList());
    }

    private static <T> Optional<T> section(Set<Section> wanted, Section section, Supplier<T> query) {
        return wanted.contains(section) ? Optional.of(query.get()) : Optional.empty();
    }

    private static String summary(Output output) {
        List<String> parts = new ArrayList<>();
        output.campaigns().ifPresent(campaigns -> parts.add(campaigns.summary()));
        output.contacts().ifPresent(contacts -> parts.add(contacts.summary()));
        output.agents().ifPresent(agents -> parts.add(agents.summary()));
        output.followUps().ifPresent(followUps -> parts.add(followUps.summary()));
        output.calls().ifPresent(calls -> parts.add(Counted.of(calls.last7Days(), "call") + " in the last 7 days"));
        output.templates().ifPresent(templates -> parts.add(templates.summary()));
        output.attentionTotal()
                .ifPresent(total -> parts.add(Counted.of(total, "thing needs action", "things need action")));
        return parts.isEmpty()
                ? "Here are the sections asked for."
                : "The workspace has " + String.join(", ", parts) + ".";
    }
}
