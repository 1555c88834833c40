package org.crmagent.tools.scripttemplates;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.NewTemplateStatus;
import org.crmagent.model.script.LintWarning;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Fold;
import org.jspecify.annotations.Nullable;

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

    @Inject
    ScriptImport scripts;

    /** What to do with a document whose name is taken. */
    public enum OnConflict {
        FAIL,
        SKIP,
        RENAME,
        REPLACE
    }

    /** What was done with a document. */
    public enum Action {
        CREATED,
        REPLACED,
        SKIPPED,
        RENAMED
    }

    /** What is asked. */
    public record Input(
            @Doc(value = "Documents as export_script_template gives them.", min = 1, max = 50)
            List<ScriptDocument> templates,

            @Doc(
                    value =
                            "Where a template that is not archived has the name: fail refuses all; skip leaves the document out;"
                                    + " rename numbers the new one; replace gives the template there the document's content and keeps its"
                                    + " status. With fail and replace no two documents may have the same name.",
                    byDefault = "\"fail\"")
            @Nullable
            OnConflict onConflict,

            @Doc(value = "Status of what is created.", byDefault = "\"draft\"") @Nullable
            NewTemplateStatus status) {

        OnConflict conflict() {
            return onConflict == null ? OnConflict.FAIL : onConflict;
        }

        /** Two documents of one name can neither both be made nor both replace. */
        void checkDistinct(List<String> foldedNames, Violations violations) {
            for (int i = 0; i < foldedNames.size(); i++) {
                int first = foldedNames.indexOf(foldedNames.get(i));
                if (first < i && (conflict() == OnConflict.FAIL || conflict() == OnConflict.REPLACE)) {
                    violations.add(
                            "/templates/" + i + "/name",
                            "duplicate_in_import",
                            "document " + first + " has this name, too");
                }
            }
        }
    }

    /** What became of one document. */
    public record Imported(
            @Doc("Which document, from 0.") int index,

            @Doc(value = "Name of the template now.", max = 120)
            String name,

            @Doc(
                    "created, renamed: a new template; replaced: one that was there has the content now; skipped: nothing done,"
                            + " its name was taken or it is there already as it is.")
            Action action,

            @Doc("The template; null only for what a dry run would create.") @Nullable
            UUID templateId,

            @Doc(value = "The first three things that are allowed but seldom meant.", max = 3)
            List<LintWarning> lint,

            @Doc("All of them.") int lintCount) {}

    /** What is answered. */
    public record Output(
            @Doc(value = "One a document, in order.", max = 50)
            List<Imported> results) {}

    @Override
    public void check(Input input, Violations violations) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < input.templates().size(); i++) {
            ScriptDocument document = input.templates().get(i);
            document.check("/templates/" + i, violations);
            names.add(Fold.fold(document.name().strip()));
        }
        input.checkDistinct(names, violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        List<Imported> results = scripts.run(input, call);
        Map<Action, Long> counts = results.stream()
                .collect(Collectors.groupingBy(
                        Imported::action, () -> new EnumMap<>(Action.class), Collectors.counting()));
        List<String> figures = new ArrayList<>();
        counts.forEach((action, count) -> figures.add(count + " " + LifeCycle.word(action)));
        Result<Output> result = Result.of(
                        new Output(results),
                        "Of " + results.size() + " documents " + String.join(", ", figures)
                                + (call.dryRun() ? " (a preview)." : "."))
                .affected("scriptTemplates", results.size() - counts.getOrDefault(Action.SKIPPED, 0L));
        UUID first = results.get(0).templateId();
        return first == null ? result : result.next(ScriptTemplates.show(first));
    }
}
