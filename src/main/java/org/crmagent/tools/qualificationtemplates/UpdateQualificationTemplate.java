package org.crmagent.tools.qualificationtemplates;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.FieldChange;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.VisibleName;
import org.crmagent.model.qualification.FieldRules;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.qualification.Forms;
import org.crmagent.store.template.Changed;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Change;
import org.crmagent.tool.Doc;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code update_qualification_template}. */
@ToolSpec(
        title = "Change a qualification template",
        description =
                "Changes what is given of one qualification form and keeps the rest. Fields are given whole, not in parts. The type"
                        + " of a field can't change while stored qualifications use it; removing one is allowed, its values stay."
                        + " Moves the form through its life cycle: draft to published or archived, published to draft or archived,"
                        + " archived to draft; not away from published while a campaign that is not archived has it.",
        risk = Risk.WRITE,
        versioned = true,
        examples = {
            @ToolSpec.Example(
                    description = "Publish a draft, as a preview.",
                    input =
                            "{\"templateId\": \"60000001-0000-4000-8000-000000000002\", \"status\": \"published\", \"dryRun\": true}"),
            @ToolSpec.Example(description = "Other fields and no description, as a preview.", input = """
                            {"templateId": "60000001-0000-4000-8000-000000000002", "description": null, "fields": [
                               {"key": "note", "label": "Note sur 20", "type": "number", "min": 0, "max": 20}],
                             "dryRun": true}""")
        })
public class UpdateQualificationTemplate
        implements Tool<UpdateQualificationTemplate.Input, UpdateQualificationTemplate.Output> {

    @Inject
    Forms forms;

    @Inject
    UsedFields used;

    /** What is asked. */
    public record Input(
            @Doc("The template.") UUID templateId,

            @Doc(value = "New name; null keeps it.", min = 1, max = 120) @Nullable
            String name,

            @Doc(value = "What it is for; null clears.", max = 2000)
            Change<String> description,

            @Doc("Next status in the life cycle; null keeps it.") @Nullable
            TemplateStatus status,

            @Doc(value = "All fields from now on; null keeps them.", min = 1, max = 100) @Nullable
            List<QualificationField> fields) {

        FormContent over(FormContent before) {
            return new FormContent(
                    name == null ? before.name() : name.strip(),
                    description.or(before.description()),
                    fields == null ? before.fields() : fields);
        }
    }

    /** What is answered. */
    public record Output(
            @Doc("The template after the change.") QualificationTemplateView template,

            @Doc(
                    value =
                            "What changed; empty when nothing did. Of fields: how many, which keys were removed, added or"
                                    + " changed.",
                    max = 4)
            List<FieldChange> changes) {}

    @Override
    public void check(Input input, Violations violations) {
        VisibleName.check(input.name(), "/name", violations);
        if (input.fields() != null) {
            FieldRules.check(input.fields(), "/fields", violations);
        }
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        UUID id = input.templateId();
        StoredTemplate<FormContent> before = forms.lock(id, call);
        FormContent content = input.over(before.content());
        Violations inUse = new Violations();
        List<Warning> orphaned = used.check(List.of(new Changed<>("", before, content)), inUse);
        inUse.refuse(
                ErrorCode.INVALID_STATE,
                "Nothing was changed: stored qualifications have values that the type of "
                        + Counted.of(inUse.found().size(), "field does", "fields do")
                        + " not fit; add fields with new keys instead.");
        StoredTemplate<FormContent> written = forms.write(before, content, input.status());
        List<FieldChange> changes = FormDifference.between(before, written);
        if (changes.isEmpty()) {
            return Result.of(
                            new Output(QualificationTemplateView.of(id, before, true), changes),
                            "Nothing changed: the template already is as asked.")
                    .warn(List.of(Warning.unchanged("template", id)));
        }
        StoredTemplate<FormContent> after = forms.touch(id, call.now());
        return Result.of(
                        new Output(QualificationTemplateView.of(id, after, true), changes),
                        FieldChange.told(
                                        changes,
                                        "qualification template",
                                        call.dryRun(),
                                        after.status(),
                                        after.version())
                                + " with " + Counted.of(after.content().fields().size(), "field") + ".")
                .warn(orphaned)
                .next(TemplateKind.QUALIFICATION.show(id))
                .affected("qualificationTemplates", 1);
    }
}
