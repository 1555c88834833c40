package org.crmagent.tools.qualificationtemplates;

import jakarta.inject.Inject;
import java.util.List;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.NewTemplateStatus;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.VisibleName;
import org.crmagent.model.qualification.FieldRules;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.qualification.Forms;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code create_qualification_template}. */
@ToolSpec(
        title = "Create a qualification template",
        description =
                "Creates a qualification form: the fields that an agent fills in about a contact, which of them are needed, which"
                        + " are filled from a script's captures and how they add up to a score. Only a published one can be attached to"
                        + " a campaign. Name, description and fields together take at most 64 KiB.",
        risk = Risk.WRITE,
        examples = {
            @ToolSpec.Example(description = "One field, as a preview.", input = """
                            {"name": "Rendez-vous", "fields": [
                               {"key": "confirme", "label": "Confirmé", "type": "boolean", "required": true, "fromCapture": "confirme"}],
                             "dryRun": true}"""),
            @ToolSpec.Example(description = "Published, with points.", input = """
                            {"name": "Besoin", "status": "published", "fields": [
                               {"key": "interesse", "label": "Intéressé", "type": "boolean", "required": true, "score": 30},
                               {"key": "budget", "label": "Budget", "type": "select", "options": ["Petit", "Grand"],
                                "score": {"Petit": 5, "Grand": 20}},
                               {"key": "surface", "label": "Surface", "type": "number", "min": 0, "max": 1000}]}""")
        })
public class CreateQualificationTemplate
        implements Tool<CreateQualificationTemplate.Input, CreateQualificationTemplate.Output> {

    @Inject
    Forms forms;

    /** What is asked. */
    public record Input(
            @Doc(
                    value =
                            "Unique among the qualification templates that are not archived; case and accents don't matter.",
                    min = 1,
                    max = 120)
            String name,

            @Doc(value = "What it is for.", max = 2000) @Nullable
            String description,

            @Doc(value = "published: can be attached at once.", byDefault = "\"draft\"") @Nullable
            NewTemplateStatus status,

            @Doc(value = "The fields, in order.", min = 1, max = 100)
            List<QualificationField> fields) {

        FormContent content() {
            return new FormContent(name.strip(), description, fields);
        }
    }

    /** What is answered. */
    public record Output(@Doc("The template.") QualificationTemplateView template) {}

    @Override
    public void check(Input input, Violations violations) {
        VisibleName.check(input.name(), "/name", violations);
        FieldRules.check(input.fields(), "/fields", violations);
        input.content().checkSize("", violations);
    }

    @Override
    public Result<Output> run(Input input, Call call) {
        StoredTemplate<FormContent> form = forms.create(input.content(), input.status(), call);
        return Result.of(
                        new Output(QualificationTemplateView.of(call.dryRun() ? null : form.id(), form, true)),
                        "The qualification template " + (call.dryRun() ? "would be" : "was") + " created as "
                                + LifeCycle.word(form.status()) + " with "
                                + Counted.of(form.content().fields().size(), "field") + ".")
                .next(TemplateKind.QUALIFICATION.show(form.id()))
                .next(
                        form.status() == TemplateStatus.DRAFT
                                ? List.of(TemplateKind.QUALIFICATION.publish(form.id()))
                                : List.of())
                .affected("qualificationTemplates", 1);
    }
}
