package org.crmagent.tools.scripttemplates;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.NewTemplateStatus;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.VisibleName;
import org.crmagent.model.script.LintWarning;
import org.crmagent.model.script.ScriptContent;
import org.crmagent.model.script.ScriptLint;
import org.crmagent.model.script.ScriptRules;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code create_script_template}. */
@ToolSpec(
        title = "Create a script template",
        description =
                "Creates a call script: a tree of what the caller says (instruction) and asks (question, yesno, select), with"
                        + " a branch for each answer that leads somewhere of its own. Only a published one can be attached to a campaign."
                        + " Warns of what is allowed but seldom meant. Name, description and steps together take at most 64 KiB.",
        risk = Risk.WRITE,
        examples = {
            @ToolSpec.Example(description = "One question, as a preview.", input = """
                            {"name": "Rappel de rendez-vous", "steps": [
                               {"id": "bonjour", "type": "instruction", "text": "Bonjour, je vous appelle pour votre rendez-vous."},
                               {"id": "confirme", "type": "yesno", "text": "Le confirmez-vous ?", "captureKey": "confirme"}],
                             "dryRun": true}"""),
            @ToolSpec.Example(description = "Published, with a branch for each answer.", input = """
                            {"name": "Satisfaction", "status": "published", "steps": [
                               {"id": "content", "type": "yesno", "text": "Êtes-vous content ?", "captureKey": "content",
                                "required": true, "branches": [
                                  {"label": "Oui", "steps": []},
                                  {"label": "Non", "steps": [{"id": "motif", "type": "select", "text": "Pourquoi ?",
                                     "options": ["Prix", "Délai"], "captureKey": "motif"}]}]}]}""")
        })
public class CreateScriptTemplate implements Tool<CreateScriptTemplate.Input, CreateScriptTemplate.Output> {

    @Inject
    ScriptTemplates templates;

    /** What is asked. */
    public record Input(
            @Doc(
                    value = "Unique among the script templates that are not archived; case and accents don't matter.",
                    min = 1,
                    max = 120)
            String name,

            @Doc(value = "What it is for.", max = 2000) @Nullable
            String description,

            @Doc(
                    value = "Language of its texts, as BCP 47 says it, e.g. fr or pt-BR.",
                    pattern = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$",
                    byDefault = "\"fr\"")
            @Nullable
            String language,

            @Doc(value = "published: can be attached at once.", byDefault = "\"draft\"") @Nullable
            NewTemplateStatus status,

            @Doc(value = "The first steps, in order; with all below them at most 200.", min = 1, max = 200)
            List<ScriptStep> steps) {

        ScriptContent content() {
            return new ScriptContent(name.strip(), description, language == null ? "fr" : language, steps);
        }
    }

    /** What is answered. */
    public record Output(@Doc("The template.") ScriptTemplateView template) {}

    @Override
    public void check(Input input, Violations violations) {
        VisibleName.check(input.name(), "/name", violations);
        ScriptRules.check(input.steps(), "/steps", violations);
        input.content().checkSize("", violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        StoredTemplate<ScriptContent> script = templates.create(input.content(), input.status(), call);
        UUID shown = call.dryRun() ? null : script.id();
        return Result.of(
                        new Output(ScriptTemplateView.of(shown, script, true)),
                        "The script template " + (call.dryRun() ? "would be" : "was") + " created as "
                                + LifeCycle.word(script.status()) + " with "
                                + Counted.of(script.content().stepCount(), "step") + ".")
                .warn(LintWarning.warnings(ScriptLint.of(script.content().steps(), List.of()), shown))
                .next(TemplateKind.SCRIPT.show(script.id()))
                .next(
                        script.status() == TemplateStatus.DRAFT
                                ? List.of(TemplateKind.SCRIPT.publish(script.id()))
                                : List.of())
                .affected("scriptTemplates", 1);
    }
}
