package org.crmagent.tools.scripttemplates;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.script.LintWarning;
import org.crmagent.model.script.PathCount;
import org.crmagent.model.script.ScriptContent;
import org.crmagent.model.script.ScriptOutline;
import org.crmagent.store.template.AttachedCampaigns;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code get_script_template}. */
@ToolSpec(
        title = "Show a script template",
        description =
                "Shows one call script: its steps, an outline to read, how many ways lead through it, the campaigns that"
                        + " have it and what its lint finds, also beside their qualification forms. Read it before an update: its version"
                        + " is what expectedVersion takes.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "The whole template.",
                    input = "{\"templateId\": \"50000001-0000-4000-8000-000000000001\"}"),
            @ToolSpec.Example(
                    description = "Only what its lint finds, beside the outline.",
                    input = "{\"templateId\": \"50000001-0000-4000-8000-000000000003\", \"include\": [\"lint\"]}")
        })
public class GetScriptTemplate implements Tool<GetScriptTemplate.Input, GetScriptTemplate.Output> {
    private static final int MOST_CAMPAIGNS = 10;
    private static final int MOST_LINT = 20;

    /** The outline takes what steps and description leave of an answer. */
    private static final int LARGEST_OUTLINE = 16 * 1024;

    private static final int LARGEST_WITH_STEPS = 86 * 1024;

    @Inject
    ScriptTemplates templates;

    @Inject
    AttachedCampaigns attached;

    /** A part of the answer. */
    public enum Section {
        STEPS,
        CAMPAIGNS,
        LINT
    }

    /** What is asked. */
    public record Input(
            @Doc("The template.") UUID templateId,

            @Doc(
                    value = "Parts beside the outline.",
                    max = 3,
                    unique = true,
                    byDefault = "[\"steps\", \"campaigns\", \"lint\"]")
            @Nullable
            List<Section> include) {}

    /** What is answered. */
    public record Output(
            @Doc("The template.") ScriptTemplateView template,

            @Doc(value = "The tree as indented text, long texts cut.", max = 20_000)
            String outline,

            @Doc("Ways from the first step to the end: one a branch, and one for all answers that have none.")
            long pathCount,

            @Doc(value = "The first ten campaigns that have it, archived ones last.", max = 10)
            Optional<List<AttachedCampaigns.AttachedCampaign>> campaigns,

            @Doc("All campaigns that have it.") Optional<Long> campaignCount,

            @Doc(value = "The first twenty things that are allowed but seldom meant.", max = 20)
            Optional<List<LintWarning>> lint,

            @Doc("All of them.") Optional<Integer> lintCount) {}

    @Override
    public Result<Output> run(Input input, Call call) {
        StoredTemplate<ScriptContent> script = templates.get(input.templateId());
        Set<Section> asked = input.include() == null ? Set.of(Section.values()) : Set.copyOf(input.include());
        boolean steps = asked.contains(Section.STEPS);
        AttachedCampaigns.Count count = attached.count(TemplateKind.SCRIPT, script.id());
        List<LintWarning> lint = templates.lint(script.id(), script.content());
        long paths = PathCount.of(script.content().steps());
        Output output = new Output(
                ScriptTemplateView.of(script.id(), script, steps),
                ScriptOutline.of(script.content().steps(), steps ? roomForOutline(script.content()) : LARGEST_OUTLINE),
                paths,
                when(asked, Section.CAMPAIGNS)
                        .map(yes -> attached.first(TemplateKind.SCRIPT, script.id(), MOST_CAMPAIGNS)),
                when(asked, Section.CAMPAIGNS).map(yes -> count.campaigns()),
                when(asked, Section.LINT)
                        .map(yes -> lint.stream().limit(MOST_LINT).toList()),
                when(asked, Section.LINT).map(yes -> lint.size()));
        return Result.of(
                        output,
                        "The script is " + LifeCycle.word(script.status()) + " at version " + script.version() + ": "
                                + Counted.of(script.content().stepCount(), "step") + ", "
                                + Counted.of(paths, "way", "ways") + " through, "
                                + Counted.of(count.campaigns(), "campaign") + ", "
                                + Counted.of(lint.size(), "lint warning") + ".")
                .next(NextAction.of(
                        "export_script_template",
                        "Gives the script as a document that other organizations can import.",
                        Map.of("templateId", script.id())));
    }

    private static int roomForOutline(ScriptContent content) {
        int taken = content.json().toString().getBytes(StandardCharsets.UTF_8).length;
        return Math.max(0, Math.min(LARGEST_OUTLINE, LARGEST_WITH_STEPS - taken));
    }

    private static Optional<Boolean> when(Set<Section> asked, Section section) {
        return asked.contains(section) ? Optional.of(true) : Optional.empty();
    }
}
