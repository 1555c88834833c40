package org.crmagent.tools.qualifications;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.model.qualification.Score;
import org.crmagent.model.qualification.ValuesCheck;
import org.crmagent.store.qualification.Qualifications;
import org.crmagent.store.qualification.StoredQualification;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.jspecify.annotations.Nullable;

/** What several of these tools say in the same words. */
final class Told {
    private Told() {}

    /** Status, score and where the contact stands, as the middle of a sentence. */
    static String of(
            StoredQualification stored, Score score, @Nullable ContactMove move, @Nullable ContactState state) {
        String points = stored.score() == null
                ? "without a score"
                : "score " + stored.score().toPlainString()
                        + (score.is(stored.score())
                                ? " of at most " + score.most().toPlainString()
                                : "");
        String moved = move != null
                ? ", the contact moves from " + move.from() + " to " + move.to()
                : state != null ? ", the contact stays " + LifeCycle.word(state) : "";
        return LifeCycle.word(stored.status()) + ", " + points + moved;
    }

    /** Keys of required fields without a value. */
    static List<String> missing(StoredTemplate<FormContent> form, JsonObject values) {
        return ValuesCheck.missing(form.content().fields(), values).stream()
                .map(QualificationField::key)
                .toList();
    }

    /** A campaign that has no form. */
    static Refusal noForm(UUID campaign) {
        return new Refusal(
                ErrorCode.INVALID_STATE,
                "The campaign has no qualification template: attach one, or give templateId.",
                List.of(new Violation(
                        "/input/campaignId",
                        "no_qualification_template",
                        "campaign " + campaign + " has no qualification template",
                        null)),
                List.of(NextAction.of(
                        "list_qualification_templates",
                        "Shows which could be attached.",
                        Map.of("statuses", List.of(TemplateStatus.PUBLISHED)))));
    }

    /** A contact has one qualification in each campaign. */
    static Refusal second(StoredQualification first) {
        return new Refusal(
                ErrorCode.INVALID_STATE,
                "The contact has qualification " + first.id() + " in this campaign already, at version "
                        + first.version() + ": change that one with update_qualification.",
                List.of(new Violation(
                        "/input/contactId",
                        "qualification_exists",
                        "the contact has qualification " + first.id() + " in this campaign already",
                        null)),
                List.of(Qualifications.show(first.id())));
    }
}
