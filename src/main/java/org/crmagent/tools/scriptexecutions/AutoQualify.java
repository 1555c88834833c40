package org.crmagent.tools.scriptexecutions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.QualificationSource;
import org.crmagent.model.QualificationStatus;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.model.qualification.Score;
import org.crmagent.model.qualification.ValuesCheck;
import org.crmagent.model.script.SelectedPath;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.store.qualification.Forms;
import org.crmagent.store.qualification.Qualifications;
import org.crmagent.store.qualification.StoredQualification;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.tool.Asked;
import org.crmagent.tool.Call;
import org.crmagent.tool.Source;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** Drafts a qualification with the values that the AI server reads out of an execution's answers. */
@ApplicationScoped
class AutoQualify {
    private static final int MOST_KEYS = 10;

    @Inject
    Forms forms;

    @Inject
    Qualifications qualifications;

    @Inject
    AutoQualifyGround grounds;

    @Inject
    Source source;

    /**
     * What came of it: a draft, or a warning that says why there is none.
     *
     * @param qualificationId the draft
     * @param kept the qualification that was left alone
     */
    record Outcome(@Nullable UUID qualificationId, @Nullable UUID kept, List<Warning> warnings) {
        static final Outcome NOT_ASKED = new Outcome(null, null, List.of());

        static Outcome none(String code, String why, @Nullable UUID about) {
            return new Outcome(null, null, List.of(new Warning(code, why, about == null ? null : about.toString())));
        }

        static Outcome kept(String why, UUID qualification) {
            List<Warning> warnings = List.of(new Warning("qualification_kept", why, qualification.toString()));
            return new Outcome(null, qualification, warnings);
        }
    }

    /** What to ask now, read without locks; empty where no draft can be made anyway. */
    Optional<JsonObject> question(StoredExecution execution, ExecutionChange change) {
        SelectedPath path = SelectedPath.of(execution.steps(), change.responses());
        AutoQualifyGround.Ground ground = grounds.find(
                execution, path, change.status(), qualifications.find(execution.campaignId(), execution.contactId()));
        return ground.formId() == null
                ? Optional.empty()
                : Optional.of(
                        AutoQualifyQuestion.of(path, forms.get(ground.formId()).content()));
    }

    /** Makes the draft of what was asked, if that is still what would be asked. */
    Outcome draft(StoredExecution execution, @Nullable Asked asked, Call call) {
        if (call.dryRun()) {
            return Outcome.none("auto_qualify_not_run", "A dry run does not ask the AI server.", null);
        }
        AutoQualifyGround.Ground ground = grounds.find(
                execution,
                execution.path(),
                execution.status(),
                qualifications.lock(execution.campaignId(), execution.contactId()));
        if (ground.obstacle() != null || ground.formId() == null) {
            return Objects.requireNonNull(ground.obstacle());
        }
        StoredTemplate<FormContent> form = forms.share(ground.formId(), "/campaignId");
        if (asked == null || !asked.question().equals(AutoQualifyQuestion.of(execution.path(), form.content()))) {
            return Outcome.none(
                    "auto_qualify_dropped",
                    "No qualification was drafted: script, answers or form were changed meanwhile; ask again.",
                    execution.id());
        }
        JsonObject answer = asked.answer();
        if (answer == null) {
            return unavailable(String.valueOf(asked.problem()));
        }
        return answer.get("values") instanceof JsonObject values
                ? draft(execution, form, ground, values, call)
                : unavailable("its answer has no object \"values\"");
    }

    private Outcome draft(
            StoredExecution execution,
            StoredTemplate<FormContent> form,
            AutoQualifyGround.Ground ground,
            JsonObject given,
            Call call) {
        Violations violations = new Violations();
        ValuesCheck check = new ValuesCheck(form.content().fields(), ground.country(), "/values", violations);
        JsonObject values = check.check(given);
        check.checkSize(values);
        if (!violations.found().isEmpty()) {
            return unavailable("its values don't fit the form" + unfit(form, violations));
        }
        StoredQualification before = ground.draft();
        StoredQualification after = new StoredQualification(
                before == null ? source.newId() : before.id(),
                execution.campaignId(),
                execution.contactId(),
                form.id(),
                form.version(),
                QualificationStatus.DRAFT,
                values,
                Score.of(form.content().fields(), values).total(),
                execution.agentId(),
                execution.id(),
                QualificationSource.AUTO,
                before == null ? 1 : before.version() + 1,
                before == null ? call.now() : before.createdAt(),
                call.now());
        if (before == null) {
            qualifications.add(after);
        } else {
            qualifications.replace(after);
        }
        return new Outcome(after.id(), null, List.of());
    }

    /** Names what is the form's; keys that the AI server made up are nobody's and stay out of sentences. */
    private static String unfit(StoredTemplate<FormContent> form, Violations violations) {
        List<String> keys = form.content().fields().stream()
                .map(QualificationField::key)
                .filter(key -> violations.found().stream()
                        .anyMatch(each -> (each.pointer() + "/").startsWith("/input/values/" + key + "/")))
                .limit(MOST_KEYS)
                .toList();
        return keys.isEmpty() ? ", which has no such fields or not so much room" : ": " + String.join(", ", keys);
    }

    private static Outcome unavailable(String why) {
        return Outcome.none(
                "auto_qualify_unavailable",
                "The execution was recorded without a drafted qualification: " + why + ".",
                null);
    }
}
