package org.crmagent.tools.qualifications;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.model.qualification.Score;
import org.crmagent.model.qualification.ValuesSchema;
import org.crmagent.store.member.Members;
import org.crmagent.store.qualification.Forms;
import org.crmagent.store.qualification.Qualifications;
import org.crmagent.store.qualification.StoredQualification;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code get_qualification_schema}. */
@ToolSpec(
        title = "Get the schema of a qualification",
        description =
                "Gives the values of a form as a JSON Schema for structured output: what it takes create_qualification takes, but"
                        + " for telephone numbers that can't exist. With a contact also what its script execution fills in.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "Of a campaign, with what a contact's calls have captured.",
                    input =
                            "{\"campaignId\": \"c0000001-0000-4000-8000-000000000001\", \"contactId\": \"b0000001-0000-4000-8000-000000001458\"}"),
            @ToolSpec.Example(
                    description = "Of a form, for a draft.",
                    input = "{\"templateId\": \"60000001-0000-4000-8000-000000000003\", \"draft\": true}")
        })
public class GetQualificationSchema implements Tool<GetQualificationSchema.Input, GetQualificationSchema.Output> {

    @Inject
    Forms forms;

    @Inject
    Members members;

    @Inject
    Captures captures;

    @Inject
    Qualifications qualifications;

    /** What is asked. */
    public record Input(
            @Doc("The form; else give campaignId.") @Nullable
            UUID templateId,

            @Doc("The campaign whose form is meant; not with templateId.") @Nullable
            UUID campaignId,

            @Doc("With campaignId: whose script execution fills in values.") @Nullable
            UUID contactId,

            @Doc(value = "True: the schema of a draft, which requires nothing.", byDefault = "false") @Nullable
            Boolean draft) {}

    /** What is answered. */
    public record Output(
            @Doc("JSON Schema 2020-12 of the values.") JsonObject schema,

            @Doc("The form.") Form template,

            @Doc("With contactId: values that fit the schema of a draft, from the captures.")
            Optional<JsonObject> prefilled,

            @Doc("With contactId: the execution they are from.")
            Optional<UUID> scriptExecutionId) {}

    /** A form without its fields. */
    public record Form(
            @Doc("The form.") UUID id,
            @Doc(value = "Name.", max = 120) String name,
            @Doc("Its version.") int version,
            @Doc("Its fields.") int fieldCount,
            @Doc("Most points it can give.") BigDecimal mostScore) {}

    @Override
    public void check(Input input, Violations violations) {
        if ((input.templateId() == null) == (input.campaignId() == null)) {
            violations.add("", "one_of", "give either templateId or campaignId");
        }
        if (input.contactId() != null && input.campaignId() == null) {
            violations.add("/contactId", "needs_campaign", "a contact's script execution is found by campaignId too");
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        UUID campaign = input.campaignId();
        UUID contact = input.contactId();
        Members.Member member = campaign == null || contact == null ? null : members.get(campaign, contact);
        StoredTemplate<FormContent> form = forms.get(template(input));
        List<QualificationField> fields = form.content().fields();
        Captures.Found captured = campaign == null || contact == null || member == null
                ? null
                : captures.of(campaign, contact, null, true, fields, member.country());
        Output output = new Output(
                ValuesSchema.of(fields, Boolean.TRUE.equals(input.draft())),
                new Form(
                        form.id(),
                        form.content().name(),
                        form.version(),
                        fields.size(),
                        Score.of(fields, JsonValue.EMPTY_JSON_OBJECT).most()),
                captured == null ? Optional.empty() : Optional.of(captured.prefilled()),
                captured == null || captured.execution() == null
                        ? Optional.empty()
                        : Optional.of(captured.execution().id()));
        return Result.of(output, summary(output) + (captured == null ? "." : captured.told()))
                .warn(captured == null ? List.of() : captured.warnings())
                .next(next(form.id(), campaign, contact, member));
    }

    private UUID template(Input input) {
        UUID campaign = input.campaignId();
        return campaign == null
                ? Objects.requireNonNull(input.templateId())
                : members.template(campaign).orElseThrow(() -> Told.noForm(campaign));
    }

    private static String summary(Output output) {
        Form form = output.template();
        return "The form is at version " + form.version() + ": " + Counted.of(form.fieldCount(), "field") + ", "
                + output.schema().getJsonArray("required").size() + " of them required";
    }

    private NextAction next(
            UUID template, @Nullable UUID campaign, @Nullable UUID contact, Members.@Nullable Member member) {
        if (campaign == null || contact == null || member == null) {
            return TemplateKind.QUALIFICATION.show(template);
        }
        Optional<StoredQualification> made = qualifications.find(campaign, contact);
        if (made.isPresent()) {
            return Qualifications.show(made.get().id());
        }
        return member.qualifiable()
                ? Qualifications.draft(
                        campaign, contact, "Makes a draft of what the script execution has captured.", Map.of())
                : TemplateKind.QUALIFICATION.show(template);
    }
}
