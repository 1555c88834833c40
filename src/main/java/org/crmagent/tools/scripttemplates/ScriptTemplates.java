package org.crmagent.tools.scripttemplates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.crmagent.model.ScriptTemplate;
import org.crmagent.model.script.LintWarning;
import org.crmagent.model.script.ScriptContent;
import org.crmagent.model.script.ScriptLint;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.store.Row;
import org.crmagent.store.template.Changed;
import org.crmagent.store.template.StoredTemplates;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;

/** The call scripts of an organization. */
@ApplicationScoped
class ScriptTemplates extends StoredTemplates<ScriptContent> {

    /** Of each form that stands beside a script in a campaign: its keys and the captures it takes. */
    private static final String FORMS = """
            select asked.id, forms.names
            from unnest(:ids::uuid[]) as asked (id)
            cross join lateral (
              select array(
                       select names.name
                       from jsonb_array_elements(q.fields) as field
                       cross join lateral (values (field ->> 'key'), (field ->> 'fromCapture')) as names (name)
                       where names.name is not null) as names
              from qualification_template q
              where q.organization_id = :organizationId
                and q.id in (select c.qualification_template_id from campaign c
                             where c.organization_id = :organizationId and c.script_template_id = asked.id
                               and c.status <> 'archived')
              order by q.id
              limit 50) as forms
            """;

    private static final String READING = """
            select script_template_id as id, count(*) as executions from script_execution
            where organization_id = :organizationId and script_template_id = any (:ids::uuid[])
              and status = 'in_progress'
            group by script_template_id
            order by script_template_id
            """;

    ScriptTemplates() {
        super(
                TemplateKind.SCRIPT,
                "language, steps",
                ScriptTemplates::content,
                ScriptTemplate.class,
                ScriptTemplate::new);
    }

    private static ScriptContent content(Row row) {
        return new ScriptContent(
                row.text("name"),
                row.textOrNull("description"),
                row.cell("language"),
                ScriptStep.read(row.json("steps").asJsonArray()));
    }

    /** What is remarkable about a script, by itself and beside the forms of its campaigns. */
    List<LintWarning> lint(UUID id, ScriptContent content) {
        return ScriptLint.of(content.steps(), forms(List.of(id)).getOrDefault(id, List.of()));
    }

    /** By script, what the forms of its campaigns take; without those that stand beside none. */
    Map<UUID, List<Set<String>>> forms(List<UUID> ids) {
        Map<UUID, List<Set<String>>> forms = new HashMap<>();
        sql.of(FORMS)
                .set("ids", ids)
                .each(row -> forms.computeIfAbsent(row.uuid("id"), id -> new ArrayList<>())
                        .add(new HashSet<>(row.texts("names"))));
        return forms;
    }

    /** Warns of executions that go on with the steps as they were when they started. */
    List<Warning> inProgress(List<Changed<ScriptContent>> changed) {
        List<UUID> others = changed.stream()
                .filter(each ->
                        !each.before().content().steps().equals(each.content().steps()))
                .map(each -> each.before().id())
                .toList();
        return others.isEmpty()
                ? List.of()
                : sql.of(READING)
                        .set("ids", others)
                        .list(row -> new Warning(
                                "executions_in_progress",
                                Counted.of(
                                        row.number("executions"),
                                        "execution in progress keeps the script it started with.",
                                        "executions in progress keep the script they started with."),
                                row.uuid("id").toString()));
    }
}
