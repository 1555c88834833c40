package org.crmagent.store.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.model.DocumentHead;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.TemplateContent;
import org.crmagent.store.template.ImportAsked.OnConflict;
import org.crmagent.store.template.Imported.Action;
import org.crmagent.tool.Call;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Result;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** Puts documents beside the templates that are there. */
@ApplicationScoped
public class TemplateImport {

    @Inject
    TemplateNames names;

    /** What a kind has against other content of a template that is there. */
    public interface Replacement<C extends TemplateContent> {
        /**
         * Called for each template before it gets the content of a document.
         *
         * @param pointer where the document stands in the input
         * @param violations takes what forbids it
         * @return what is worth a warning
         */
        List<Warning> check(StoredTemplate<C> before, C content, String pointer, Violations violations);
    }

    /** What was done with the documents, in order, and what is remarkable. */
    public record Done(List<Imported> results, List<Warning> warnings) {

        /**
         * The answer, leading to the first template.
         *
         * @param counted what the audit calls the templates
         */
        public <O extends Record> Result<O> result(O output, TemplateKind kind, String counted, boolean dryRun) {
            Map<Action, Long> counts = results.stream()
                    .collect(Collectors.groupingBy(
                            Imported::action, () -> new EnumMap<>(Action.class), Collectors.counting()));
            String figures = counts.entrySet().stream()
                    .map(each -> each.getValue() + " " + LifeCycle.word(each.getKey()))
                    .collect(Collectors.joining(", "));
            Result<O> result = Result.of(
                            output, "Of " + results.size() + " documents " + figures + (dryRun ? " (a preview)." : "."))
                    .warn(warnings)
                    .affected(counted, results.size() - counts.getOrDefault(Action.SKIPPED, 0L));
            UUID first = results.get(0).templateId();
            return first == null ? result : result.next(kind.show(first));
        }
    }

    /**
     * An import under way.
     *
     * @param taken what the names stand for so far
     * @param fresh ids that only this call made, which a dry run doesn't tell
     */
    private record Run<C extends TemplateContent>(
            StoredTemplates<C> templates,
            ImportAsked asked,
            Replacement<C> replacement,
            Call call,
            Map<String, UUID> taken,
            Set<UUID> fresh,
            List<Warning> warnings,
            Violations violations) {}

    /**
     * Imports all or refuses all.
     *
     * @param templates where they belong
     * @param contents what the documents hold, at least one
     * @throws org.crmagent.tool.Refusal {@code duplicate_name}, {@code validation_failed} for names that count as the same,
     *     {@code invalid_state} where {@code replacement} forbids
     */
    public <C extends TemplateContent> Done run(
            StoredTemplates<C> templates, List<C> contents, ImportAsked asked, Replacement<C> replacement, Call call) {
        List<String> keys =
                names.keys(contents.stream().map(TemplateContent::name).toList());
        refuseTwice(asked, keys);
        Map<String, UUID> taken = names.taken(templates.kind(), keys);
        if (asked.conflict() == OnConflict.FAIL) {
            refuseTaken(keys, taken);
        }
        Run<C> run = new Run<>(
                templates, asked, replacement, call, taken, new HashSet<>(), new ArrayList<>(), new Violations());
        List<Imported> results = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            results.add(one(run, i, keys.get(i), contents.get(i)));
        }
        run.violations.refuse(
                ErrorCode.INVALID_STATE,
                "Nothing was imported: what is stored forbids "
                        + run.violations.found().size()
                        + " changes by the documents, see the violations; onConflict rename keeps what is there.");
        return new Done(results, run.warnings);
    }

    private <C extends TemplateContent> Imported one(Run<C> run, int index, String key, C content) {
        UUID there = run.taken.get(key);
        if (there == null) {
            return created(run, index, new TemplateNames.Named(content.name(), key), Action.CREATED, content);
        }
        return switch (run.asked.conflict()) {
            case RENAME ->
                created(run, index, names.numbered(run.templates.kind(), content.name()), Action.RENAMED, content);
            case REPLACE -> replaced(run, index, there, content);
            case SKIP, FAIL ->
                new Imported(
                        index,
                        content.name(),
                        Action.SKIPPED,
                        run.call.dryRun() && run.fresh.contains(there) ? null : there);
        };
    }

    private static <C extends TemplateContent> Imported created(
            Run<C> run, int index, TemplateNames.Named named, Action action, C content) {
        UUID id = run.templates.add(content, named.name(), run.asked.status(), run.call);
        run.taken.put(named.key(), id);
        run.fresh.add(id);
        @Nullable UUID shown = run.call.dryRun() ? null : id;
        return new Imported(index, named.name(), action, shown);
    }

    private static <C extends TemplateContent> Imported replaced(Run<C> run, int index, UUID id, C content) {
        StoredTemplate<C> before = run.templates.get(id);
        boolean same = DocumentHead.checksum(before.content()).equals(DocumentHead.checksum(content));
        if (!same) {
            run.warnings.addAll(run.replacement.check(before, content, "/templates/" + index, run.violations));
            run.templates.replace(id, content, run.call.now());
        }
        return new Imported(index, content.name(), same ? Action.SKIPPED : Action.REPLACED, id);
    }

    /** The database folds a few signs more than the check of the input does. */
    private static void refuseTwice(ImportAsked asked, List<String> keys) {
        Violations violations = new Violations();
        asked.checkDistinct(keys, violations);
        violations.refuse(ErrorCode.VALIDATION_FAILED, "Two documents have names that count as the same.");
    }

    private static void refuseTaken(List<String> keys, Map<String, UUID> taken) {
        Violations violations = new Violations();
        for (int i = 0; i < keys.size(); i++) {
            UUID there = taken.get(keys.get(i));
            if (there != null) {
                violations.add("/templates/" + i + "/name", "duplicate_name", "the name is taken", there.toString());
            }
        }
        violations.refuse(
                ErrorCode.DUPLICATE_NAME,
                "Nothing was imported: " + violations.found().size()
                        + " of the names are taken; say with onConflict whether to skip, rename or replace.");
    }
}
