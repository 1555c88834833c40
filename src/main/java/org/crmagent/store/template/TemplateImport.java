package org.crmagent.store.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.model.DocumentHead;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.TemplateContent;
import org.crmagent.store.FreeName;
import org.crmagent.store.template.ImportAsked.OnConflict;
import org.crmagent.store.template.Imported.Action;
import org.crmagent.tool.Call;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;

/** Puts documents beside the templates that are there. */
@ApplicationScoped
public class TemplateImport {
    private static final int MOST_SHOWN = 5;

    @Inject
    TemplateNames names;

    /** What a kind has against other content of templates that are there. */
    public interface Replacement<C extends TemplateContent> {
        /**
         * Called once, before anything is replaced.
         *
         * @param violations takes what forbids it
         * @return what is worth a warning
         */
        List<Warning> check(List<Changed<C>> changed, Violations violations);
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
                            output,
                            "Of " + Counted.of(results.size(), "document") + " " + figures
                                    + (dryRun ? " (a preview)." : "."))
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
            StoredTemplates<C> templates, ImportAsked asked, Call call, Map<String, UUID> taken, Set<UUID> fresh) {}

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
            refuseTaken(templates.kind(), keys, taken);
        }
        Map<Integer, Changed<C>> changed =
                asked.conflict() == OnConflict.REPLACE ? changed(templates, contents, keys, taken) : Map.of();
        List<Warning> warnings = checked(List.copyOf(changed.values()), replacement);
        Run<C> run = new Run<>(templates, asked, call, taken, new HashSet<>());
        List<Imported> results = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            Changed<C> replaced = changed.get(i);
            results.add(replaced == null ? added(run, i, keys.get(i), contents.get(i)) : replaced(run, i, replaced));
        }
        return new Done(results, warnings);
    }

    /** By index, those of the documents that say something else than the template of their name. */
    private static <C extends TemplateContent> Map<Integer, Changed<C>> changed(
            StoredTemplates<C> templates, List<C> contents, List<String> keys, Map<String, UUID> taken) {
        Map<UUID, StoredTemplate<C>> there = new HashMap<>();
        templates.get(List.copyOf(taken.values())).forEach(each -> there.put(each.id(), each));
        Map<Integer, Changed<C>> changed = new TreeMap<>();
        for (int i = 0; i < contents.size(); i++) {
            UUID id = taken.get(keys.get(i));
            StoredTemplate<C> before = id == null ? null : there.get(id);
            if (before != null
                    && !DocumentHead.checksum(before.content()).equals(DocumentHead.checksum(contents.get(i)))) {
                changed.put(i, new Changed<>("/templates/" + i, before, contents.get(i)));
            }
        }
        return changed;
    }

    private static <C extends TemplateContent> List<Warning> checked(
            List<Changed<C>> changed, Replacement<C> replacement) {
        Violations violations = new Violations();
        List<Warning> warnings = replacement.check(changed, violations);
        violations.refuse(
                ErrorCode.INVALID_STATE,
                "Nothing was imported: what is stored forbids "
                        + Counted.of(violations.found().size(), "change")
                        + " by the documents, see the violations; onConflict rename keeps what is there.");
        return warnings;
    }

    private static <C extends TemplateContent> Imported replaced(Run<C> run, int index, Changed<C> changed) {
        UUID id = changed.before().id();
        run.templates.replace(id, changed.content(), run.call.now());
        return new Imported(index, changed.content().name(), Action.REPLACED, id);
    }

    /** What is new, or gets a number, or is left out. */
    private <C extends TemplateContent> Imported added(Run<C> run, int index, String key, C content) {
        UUID there = run.taken.get(key);
        if (there == null) {
            return created(run, index, new FreeName.Named(content.name(), key), Action.CREATED, content);
        }
        if (run.asked.conflict() == OnConflict.RENAME) {
            FreeName.Named numbered = names.numbered(run.templates.kind(), content.name());
            return created(run, index, numbered, Action.RENAMED, content);
        }
        boolean onlyHere = run.call.dryRun() && run.fresh.contains(there);
        return new Imported(index, content.name(), Action.SKIPPED, onlyHere ? null : there);
    }

    private static <C extends TemplateContent> Imported created(
            Run<C> run, int index, FreeName.Named named, Action action, C content) {
        UUID id = run.templates.add(content, named.name(), run.asked.status(), run.call);
        run.taken.put(named.key(), id);
        run.fresh.add(id);
        return new Imported(index, named.name(), action, run.call.dryRun() ? null : id);
    }

    /** The database folds a few signs more than the check of the input does. */
    private static void refuseTwice(ImportAsked asked, List<String> keys) {
        Violations violations = new Violations();
        asked.checkDistinct(keys, violations);
        violations.refuse(ErrorCode.VALIDATION_FAILED, "Two documents have names that count as the same.");
    }

    /** Another name would break the checksum, so none is suggested. */
    private static void refuseTaken(TemplateKind kind, List<String> keys, Map<String, UUID> taken) {
        Violations violations = new Violations();
        List<NextAction> others = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            UUID there = taken.get(keys.get(i));
            if (there != null) {
                violations.add("/templates/" + i + "/name", "duplicate_name", "the name is taken by " + there);
                others.add(kind.show(there));
            }
        }
        if (!others.isEmpty()) {
            throw new Refusal(
                    ErrorCode.DUPLICATE_NAME,
                    "Nothing was imported: "
                            + Counted.of(others.size(), "name is", "names are")
                            + " taken; say with onConflict whether to skip, rename or replace.",
                    violations.found(),
                    others.subList(0, Math.min(others.size(), MOST_SHOWN)));
        }
    }
}
