package org.crmagent.tools.scripttemplates;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.crmagent.model.script.LintWarning;
import org.crmagent.model.script.ScriptContent;
import org.crmagent.model.script.ScriptLint;
import org.crmagent.store.template.ImportAsked;
import org.crmagent.store.template.Imported;
import org.crmagent.store.template.Imported.Action;
import org.crmagent.store.template.TemplateImport;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;

/** {@code import_script_templates}. */
@ToolSpec(
        title = "Import script templates",
        description =
                "Makes call scripts of documents that export_script_template gave, here or in another organization. A document"
                        + " that was changed, or is of a newer format, is refused. onConflict says what to do where a template that is not"
                        + " archived has the name already. All documents or none.",
        risk = Risk.WRITE,
        examples = {
            @ToolSpec.Example(description = "One document, under another name where its own is taken.", input = """
                            {"templates": [{"format": "crm-agent/script-template", "formatVersion": 1,
                               "checksum": "sha256:ad076757b7f0ec70c4801449ee2908ca2a0fb27f898b1ebbcfa821f22fc5faf4",
                               "name": "Avis", "language": "fr", "steps": [
                                 {"id": "note", "type": "question", "text": "Quelle note ?", "captureKey": "note"}]}],
                             "onConflict": "rename"}"""),
            @ToolSpec.Example(description = "What replacing would do.", input = """
                            {"templates": [{"format": "crm-agent/script-template", "formatVersion": 1,
                               "checksum": "sha256:13f7c5ec5971aadb3f49834ff7bfdea79e7c2951a6ac17b565401109aab3f4ec",
                               "name": "Avis", "language": "fr", "steps": [
                                 {"id": "note", "type": "question", "text": "Quelle note ?", "captureKey": "note"},
                                 {"id": "merci", "type": "instruction", "text": "Merci."}]}],
                             "onConflict": "replace", "dryRun": true}""")
        })
public class ImportScriptTemplates implements Tool<ImportScriptTemplates.Input, ImportScriptTemplates.Output> {

    private static final int MOST_LINT = 3;

    @Inject
    ScriptTemplates scripts;

    @Inject
    TemplateImport templates;

    /** What is asked. */
    public record Input(
            @Doc(value = "Documents as export_script_template gives them.", min = 1, max = 50)
            List<ScriptDocument> templates,

            @Flat ImportAsked asked) {

        List<ScriptContent> contents() {
            return templates.stream().map(ScriptDocument::content).toList();
        }
    }

    /** What became of one document. */
    public record ImportedScript(
            @Flat Imported what,

            @Doc(value = "The first three things that are allowed but seldom meant.", max = 3)
            List<LintWarning> lint,

            @Doc("All of them.") int lintCount) {}

    /** What is answered. */
    public record Output(
            @Doc(value = "One a document, in order.", max = 50)
            List<ImportedScript> results) {}

    @Override
    public void check(Input input, Violations violations) {
        for (int i = 0; i < input.templates().size(); i++) {
            input.templates().get(i).check("/templates/" + i, violations);
        }
        input.asked().check(input.contents(), violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        List<ScriptContent> contents = input.contents();
        TemplateImport.Done done = templates.run(
                scripts, contents, input.asked(), (changed, violations) -> scripts.inProgress(changed), call);
        Map<UUID, List<Set<String>>> forms = scripts.forms(done.results().stream()
                .filter(each -> each.action() == Action.REPLACED)
                .flatMap(each -> Stream.ofNullable(each.templateId()))
                .toList());
        List<ImportedScript> results = done.results().stream()
                .map(each -> linted(each, contents.get(each.index()), forms))
                .toList();
        return done.result(new Output(results), TemplateKind.SCRIPT, "scriptTemplates", call.dryRun());
    }

    /** A new template is in no campaign, so no form stands beside it. */
    private static ImportedScript linted(Imported each, ScriptContent content, Map<UUID, List<Set<String>>> forms) {
        UUID id = each.templateId();
        List<LintWarning> lint = each.action() == Action.SKIPPED
                ? List.of()
                : ScriptLint.of(content.steps(), id == null ? List.of() : forms.getOrDefault(id, List.of()));
        return new ImportedScript(each, lint.stream().limit(MOST_LINT).toList(), lint.size());
    }
}
