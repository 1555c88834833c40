package org.crmagent.tools.scripttemplates;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.FieldChange;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.VisibleName;
import org.crmagent.model.script.LintWarning;
import org.crmagent.model.script.ScriptContent;
import org.crmagent.model.script.ScriptRules;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.store.template.Changed;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Change;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code update_script_template}. */
@ToolSpec(
        title = "Change a script template",
        description =
                "Changes what is given of one call script and keeps the rest. Steps are given whole, not in parts. Moves it"
                        + " through its life cycle: draft to published or archived, published to draft or archived, archived to draft; not"
                        + " away from published while a campaign that is not archived has it. Executions in progress keep the script they"
                        + " started with. Tells each field that changed.",
        risk = Risk.WRITE,
        versioned = true,
        examples = {
            @ToolSpec.Example(
                    description = "Publish a draft, as a preview.",
                    input =
                            "{\"templateId\": \"50000001-0000-4000-8000-000000000003\", \"status\": \"published\", \"dryRun\": true}"),
            @ToolSpec.Example(description = "Other steps and no description, as a preview.", input = """
                            {"templateId": "50000001-0000-4000-8000-000000000003", "description": null, "steps": [
                               {"id": "syndic", "type": "question", "text": "Qui est votre syndic ?", "captureKey": "syndic"}],
                             "dryRun": true}""")
        })
public class UpdateScriptTemplate implements Tool<UpdateScriptTemplate.Input, UpdateScriptTemplate.Output> {

    @Inject
    ScriptTemplates templates;

    /** What is asked. */
    public record Input(
            @Doc("The template.") UUID templateId,

            @Doc(value = "New name; null keeps it.", min = 1, max = 120) @Nullable
            String name,

            @Doc(value = "What it is for; null clears.", max = 2000)
            Change<String> description,

            @Doc(
                    value = "Language of its texts, e.g. fr or pt-BR; null keeps it.",
                    pattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$")
            @Nullable
            String language,

            @Doc("Next status in the life cycle; null keeps it.") @Nullable
            TemplateStatus status,

            @Doc(value = "All steps from now on, with all below them at most 200; null keeps them.", min = 1, max = 200)
            @Nullable
            List<ScriptStep> steps) {

        ScriptContent over(ScriptContent stored) {
            return new ScriptContent(
                    name == null ? stored.name() : name.strip(),
                    description.or(stored.description()),
                    language == null ? stored.language() : language,
                    steps == null ? stored.steps() : steps);
        }
    }

    /** What is answered. */
    public record Output(
            @Doc("The template after the change.") ScriptTemplateView template,

            @Doc(
                    value =
                            "What changed; empty when nothing did. Of steps: how many, how many ways, which ids were removed,"
                                    + " added or changed.",
                    max = 5)
            List<FieldChange> changes) {}

    @Override
    public void check(Input input, Violations violations) {
        VisibleName.check(input.name(), "/name", violations);
        if (input.steps() != null) {
            ScriptRules.check(input.steps(), "/steps", violations);
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        UUID id = input.templateId();
        StoredTemplate<ScriptContent> before = templates.lock(id, call);
        StoredTemplate<ScriptContent> written = templates.write(before, input.over(before.content()), input.status());
        List<FieldChange> changes = ScriptDifference.between(before, written);
        if (changes.isEmpty()) {
            return Result.of(
                            new Output(ScriptTemplateView.of(id, before, true), changes),
                            "Nothing changed: the template already is as asked.")
                    .warn(List.of(Warning.unchanged("template", id)));
        }
        StoredTemplate<ScriptContent> after = templates.touch(id, call.now());
        return Result.of(
                        new Output(ScriptTemplateView.of(id, after, true), changes),
                        FieldChange.told(changes, "script template", call.dryRun(), after.status(), after.version())
                                + " with " + Counted.of(after.content().stepCount(), "step") + ".")
                .warn(templates.inProgress(List.of(new Changed<>("", before, after.content()))))
                .warn(LintWarning.warnings(templates.lint(id, after.content()), id))
                .next(TemplateKind.SCRIPT.show(id))
                .affected("scriptTemplates", 1);
    }
}
