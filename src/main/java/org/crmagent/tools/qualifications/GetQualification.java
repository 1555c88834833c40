package org.crmagent.tools.qualifications;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.QualificationStatus;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.model.qualification.Score;
import org.crmagent.store.member.Members;
import org.crmagent.store.qualification.Forms;
import org.crmagent.store.qualification.Qualifications;
import org.crmagent.store.qualification.StoredQualification;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code get_qualification}. */
@ToolSpec(
        title = "Show a qualification",
        description =
                "Shows one qualification: its values with the form's labels, how its score came about, which required fields lack.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "By its id.",
                    input = "{\"qualificationId\": \"0ae317ea-ae98-8ecf-a4ea-2bc95c41aa11\"}"),
            @ToolSpec.Example(
                    description = "Of a contact in a campaign.",
                    input =
                            "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\", \"contactId\": \"b0000001-0000-4000-8000-000000009659\"}")
        })
public class GetQualification implements Tool<GetQualification.Input, GetQualification.Output> {

    @Inject
    Qualifications qualifications;

    @Inject
    QualificationViews views;

    @Inject
    Forms forms;

    @Inject
    Members members;

    /** What is asked. */
    public record Input(
            @Doc("The qualification; else give campaignId and contactId.") @Nullable
            UUID qualificationId,

            @Doc("The campaign, with contactId and without qualificationId.") @Nullable
            UUID campaignId,

            @Doc("The contact, with campaignId.") @Nullable UUID contactId) {}

    /** What is answered. */
    public record Output(
            @Doc("The qualification.") QualificationView qualification,

            @Doc(value = "Every field of the form.", max = 100)
            List<FieldValue> fields,

            @Doc(value = "Keys of required fields without value.", max = 100, itemMax = 40)
            List<String> missingRequired,

            @Doc(
                    value = "Points by field key; none where the form changed.",
                    max = 100,
                    pattern = QualificationField.KEY)
            Map<String, BigDecimal> scoreParts,

            @Doc("Most points that the form can give.") BigDecimal mostScore) {}

    @Override
    public void check(Input input, Violations violations) {
        boolean place = input.campaignId() != null || input.contactId() != null;
        boolean wholePlace = input.campaignId() != null && input.contactId() != null;
        if (input.qualificationId() != null ? place : !wholePlace) {
            violations.add("", "one_of", "give either qualificationId, or campaignId and contactId");
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        StoredQualification stored = stored(input);
        StoredTemplate<FormContent> form = forms.get(stored.templateId());
        Score score = Score.of(form.content().fields(), stored.values());
        boolean current = score.is(stored.score());
        List<String> missing = Told.missing(form, stored.values());
        Output output = new Output(
                views.get(stored.id()),
                FieldValue.list(form.content().fields(), stored.values()),
                missing,
                current ? score.parts() : Map.of(),
                score.most());
        return Result.of(
                        output,
                        "The qualification is " + Told.of(stored, score, null, null) + "; "
                                + Counted.of(stored.values().size(), "value") + " of "
                                + Counted.of(form.content().fields().size(), "field") + ", "
                                + Counted.of(missing.size(), "required field lacks", "required fields lack") + " one.")
                .warn(current ? List.of() : List.of(earlier(stored, form)))
                .next(next(stored));
    }

    private static Warning earlier(StoredQualification stored, StoredTemplate<FormContent> form) {
        return new Warning(
                "score_of_earlier_form",
                "The score is of version " + stored.templateVersion() + " of the form, which is now at version "
                        + form.version() + " and gives other points: update_qualification scores anew.",
                stored.id().toString());
    }

    private StoredQualification stored(Input input) {
        UUID id = input.qualificationId();
        UUID campaign = input.campaignId();
        UUID contact = input.contactId();
        if (id != null) {
            return qualifications.find(id).orElseThrow(() -> unknown(id));
        }
        if (campaign == null || contact == null) {
            throw new IllegalStateException("checked before");
        }
        return qualifications.find(campaign, contact).orElseThrow(() -> none(campaign, contact));
    }

    private static Refusal unknown(UUID id) {
        return Refusal.notFound("qualification", "/qualificationId", id)
                .next(List.of(NextAction.of("list_qualifications", "Lists those there are, latest first.", Map.of())));
    }

    private Refusal none(UUID campaign, UUID contact) {
        boolean qualifiable = members.get(campaign, contact).qualifiable();
        return new Refusal(
                ErrorCode.NOT_FOUND,
                "The contact has no qualification in this campaign.",
                List.of(new Violation(
                        "/input/contactId",
                        "not_found",
                        "no qualification of contact " + contact + " exists in campaign " + campaign,
                        null)),
                qualifiable
                        ? List.of(
                                NextAction.of(
                                        "get_qualification_schema",
                                        "Tells which values a qualification of the contact takes, and what its calls have captured.",
                                        Map.of("campaignId", campaign, "contactId", contact)),
                                Qualifications.draft(
                                        campaign,
                                        contact,
                                        "Previews a draft of what its calls have captured.",
                                        Map.of("dryRun", true)))
                        : List.of());
    }

    private static NextAction next(StoredQualification stored) {
        return stored.status() == QualificationStatus.DRAFT
                ? NextAction.of(
                        "get_qualification_schema",
                        "Tells which values " + LifeCycle.word(stored.status()) + "s of this form take.",
                        Map.of("templateId", stored.templateId(), "draft", true))
                : NextAction.of(
                        "list_qualifications",
                        "Lists the qualifications of the campaign, with their summary.",
                        Map.of("campaignIds", List.of(stored.campaignId())));
    }
}
