package org.crmagent.tools.scripttemplates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crmagent.model.script.LintWarning;
import org.crmagent.model.script.ScriptLint;
import org.crmagent.store.Sql;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;

/** Reads of templates that several tools share. */
@ApplicationScoped
class ScriptTemplates {

    private static final String READ = """
            select id, name, description, language, status, steps, step_count, version, created_at, updated_at
            from script_template
            where organization_id = :organizationId and id = :id
            """;

    /** Of each form that stands beside the script in a campaign: its keys and the captures it takes. */
    private static final String FORMS = """
            select array(
                     select names.name
                     from jsonb_array_elements(q.fields) as field
                     cross join lateral (values (field ->> 'key'), (field ->> 'fromCapture')) as names (name)
                     where names.name is not null) as names
            from qualification_template q
            where q.organization_id = :organizationId
              and q.id in (select c.qualification_template_id from campaign c
                           where c.organization_id = :organizationId and c.script_template_id = :id
                             and c.status <> 'archived')
            order by q.id
            limit 50
            """;

    private static final String READING = """
            select count(*) as executions from script_execution
            where organization_id = :organizationId and script_template_id = :id and status = 'in_progress'
            """;

    @Inject
    Sql sql;

    /** The template that a tool shows or acts on; refuses with {@code not_found}. */
    StoredScript get(UUID id) {
        return sql.of(READ)
                .set("id", id)
                .first(StoredScript::of)
                .orElseThrow(() -> Refusal.notFound("script template", "/templateId", id));
    }

    /** What is remarkable about a script, by itself and beside the forms of its campaigns. */
    List<LintWarning> lint(StoredScript script) {
        List<Set<String>> forms = sql.of(FORMS).set("id", script.id()).list(row -> new HashSet<>(row.texts("names")));
        return ScriptLint.of(script.steps(), forms);
    }

    /** Executions that go on with the script as it was when they started. */
    long executionsInProgress(UUID id) {
        return sql.of(READING).set("id", id).one(row -> row.number("executions"));
    }

    static NextAction show(UUID id) {
        return TemplateKind.SCRIPT.show(id);
    }
}
