package org.crmagent.tools.scripttemplates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.model.NewTemplateStatus;
import org.crmagent.model.ScriptTemplate;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.script.LintWarning;
import org.crmagent.model.script.ScriptLint;
import org.crmagent.store.Entities;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Source;
import org.crmagent.tool.Violations;
import org.crmagent.tools.scripttemplates.ImportScriptTemplates.Action;
import org.crmagent.tools.scripttemplates.ImportScriptTemplates.Imported;
import org.crmagent.tools.scripttemplates.ImportScriptTemplates.OnConflict;
import org.jspecify.annotations.Nullable;

/** Puts documents beside the templates that are there. */
@ApplicationScoped
class ScriptImport {
    private static final int MOST_LINT = 3;

    private static final String KEYS = """
            select fold(btrim(asked.name)) as key from unnest(:names::text[]) with ordinality as asked (name, index)
            order by asked.index
            """;

    /** In order of id, so that two imports of the same names don't wait for each other. */
    private static final String TAKEN = """
            select id, name_key from script_template
            where organization_id = :organizationId and name_key = any (:keys::text[]) and status <> 'archived'
            order by id
            for no key update
            """;

    /** The first number that makes the name a new one, cut so that both fit. */
    private static final String NUMBERED = """
            select candidate.name, fold(btrim(candidate.name)) as key
            from generate_series(2, 10000) as n (n)
            cross join lateral (
              select rtrim(left(:name::text, 117 - length(n.n::text))) || ' (' || n.n || ')' as name) as candidate
            where not exists (
              select from script_template t
              where t.organization_id = :organizationId and t.name_key = fold(btrim(candidate.name)) and t.status <> 'archived')
            order by n.n
            limit 1
            """;

    @Inject
    Sql sql;

    @Inject
    Entities entities;

    @Inject
    Source source;

    @Inject
    ScriptTemplates templates;

    private record Named(String name, String key) {}

    /** What the names stand for so far; ids that only this call made are not told by a dry run. */
    private record Names(Map<String, UUID> taken, Set<UUID> fresh) {}

    List<Imported> run(ImportScriptTemplates.Input input, Call call) {
        List<ScriptContent> contents =
                input.templates().stream().map(ScriptDocument::content).toList();
        List<String> keys = sql.acrossOrganizations(KEYS)
                .set("names", contents.stream().map(ScriptContent::name).toList())
                .list(row -> row.text("key"));
        refuseTwice(input, keys);
        Names names = new Names(new HashMap<>(), new HashSet<>());
        sql.of(TAKEN).set("keys", keys).list(row -> names.taken.put(row.text("name_key"), row.uuid("id")));
        if (input.conflict() == OnConflict.FAIL) {
            refuseTaken(keys, names);
        }
        TemplateStatus status = (input.status() == null ? NewTemplateStatus.DRAFT : input.status()).status();
        List<Imported> results = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            ScriptContent content = contents.get(i);
            UUID there = names.taken.get(keys.get(i));
            results.add(
                    there == null
                            ? created(
                                    i,
                                    new Named(content.name(), keys.get(i)),
                                    Action.CREATED,
                                    content,
                                    status,
                                    names,
                                    call)
                            : switch (input.conflict()) {
                                case RENAME ->
                                    created(i, numbered(content), Action.RENAMED, content, status, names, call);
                                case REPLACE -> replaced(i, there, content, call);
                                case SKIP, FAIL -> skipped(i, there, content.name(), names, call);
                            });
        }
        return results;
    }

    private Imported created(
            int index,
            Named named,
            Action action,
            ScriptContent content,
            TemplateStatus status,
            Names names,
            Call call) {
        UUID id = source.newId();
        ScriptTemplate template = new ScriptTemplate(call.organizationId(), id, named.name(), status, call.now());
        template.write(content.description(), content.language(), content.steps());
        entities.add(template);
        names.taken.put(named.key(), id);
        names.fresh.add(id);
        return told(index, named.name(), action, call.dryRun() ? null : id, ScriptLint.of(content.steps(), List.of()));
    }

    private Imported replaced(int index, UUID id, ScriptContent content, Call call) {
        StoredScript before = templates.get(id);
        if (before.content().equals(content)) {
            return told(index, content.name(), Action.SKIPPED, id, List.of());
        }
        ScriptTemplate template = entities.find(ScriptTemplate.class, id)
                .orElseThrow(() -> new IllegalStateException("a locked template is gone"));
        template.rename(content.name());
        template.write(content.description(), content.language(), content.steps());
        template.touch(call.now());
        entities.flush();
        return told(index, content.name(), Action.REPLACED, id, templates.lint(templates.get(id)));
    }

    private static Imported skipped(int index, UUID there, String name, Names names, Call call) {
        boolean onlyHere = call.dryRun() && names.fresh.contains(there);
        return told(index, name, Action.SKIPPED, onlyHere ? null : there, List.of());
    }

    private static Imported told(int index, String name, Action action, @Nullable UUID id, List<LintWarning> lint) {
        return new Imported(
                index, name, action, id, lint.stream().limit(MOST_LINT).toList(), lint.size());
    }

    private Named numbered(ScriptContent content) {
        return sql.of(NUMBERED).set("name", content.name()).one(row -> new Named(row.text("name"), row.text("key")));
    }

    /** The database folds a few signs more than the check of the input does. */
    private static void refuseTwice(ImportScriptTemplates.Input input, List<String> keys) {
        Violations violations = new Violations();
        input.checkDistinct(keys, violations);
        violations.refuse(ErrorCode.VALIDATION_FAILED, "Two documents have names that count as the same.");
    }

    private static void refuseTaken(List<String> keys, Names names) {
        Violations violations = new Violations();
        for (int i = 0; i < keys.size(); i++) {
            UUID there = names.taken.get(keys.get(i));
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
