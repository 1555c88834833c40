package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.qualification.FormGaps;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.model.script.LintWarning;
import org.crmagent.model.script.ScriptLint;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.store.Sql;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** What one should know of the script that a campaign has now, beside its form and beside what is being read already. */
@ApplicationScoped
class AttachedScript {
    private static final String STEPS =
            "select steps from script_template where organization_id = :organizationId and id = :id";

    private static final String FIELDS =
            "select fields from qualification_template where organization_id = :organizationId and id = :id";

    private static final String READ = """
            select count(*) as executions from script_execution
            where organization_id = :organizationId and campaign_id = :id and status = 'in_progress'
              and script_template_id is distinct from :script::uuid
            """;

    @Inject
    Sql sql;

    List<Warning> warnings(CampaignView before, CampaignView after) {
        List<Warning> warnings = new ArrayList<>();
        Reference script = after.scriptTemplate();
        UUID campaign = after.id();
        if (script == null && after.status() == CampaignStatus.ACTIVE) {
            warnings.add(new Warning(
                    "campaign_without_script", "The active campaign has no call script.", String.valueOf(campaign)));
        }
        long read = script == null || script.equals(before.scriptTemplate()) ? 0 : readElsewhere(campaign, script.id());
        if (read > 0) {
            warnings.add(new Warning(
                    "executions_in_progress",
                    read + " executions in progress keep the script they started with.",
                    String.valueOf(campaign)));
        }
        if (script != null) {
            warnings.addAll(lint(script.id(), after.qualificationTemplate()));
        }
        return warnings;
    }

    private long readElsewhere(@Nullable UUID campaign, UUID script) {
        return sql.of(READ).set("id", campaign).set("script", script).one(row -> row.number("executions"));
    }

    private List<Warning> lint(UUID script, @Nullable Reference form) {
        List<ScriptStep> steps = sql.of(STEPS)
                .set("id", script)
                .one(row -> ScriptStep.read(row.json("steps").asJsonArray()));
        if (form == null) {
            return LintWarning.warnings(ScriptLint.of(steps, List.of()), script);
        }
        List<QualificationField> fields = sql.of(FIELDS)
                .set("id", form.id())
                .one(row -> QualificationField.read(row.json("fields").asJsonArray()));
        List<Warning> warnings = new ArrayList<>(FormGaps.of(steps, fields, form.id()));
        warnings.addAll(LintWarning.warnings(ScriptLint.of(steps, List.of(names(fields))), script));
        return warnings;
    }

    private static Set<String> names(List<QualificationField> fields) {
        return fields.stream()
                .flatMap(field -> Stream.of(field.key(), field.fromCapture()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
