package org.crmagent.tools.qualificationtemplates;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.store.qualification.Forms;
import org.crmagent.store.template.AttachedCampaigns;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Call;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Risk;
import org.crmagent.tool.Tool;
import org.crmagent.tool.ToolSpec;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** {@code get_qualification_template}. */
@ToolSpec(
        title = "Show a qualification template",
        description =
                "Shows one qualification form: its fields, how many qualifications were made with it and the campaigns that"
                        + " have it. Read it before an update: its version is what expectedVersion takes.",
        risk = Risk.READ,
        examples = {
            @ToolSpec.Example(
                    description = "The whole template.",
                    input = "{\"templateId\": \"60000001-0000-4000-8000-000000000001\"}"),
            @ToolSpec.Example(
                    description = "Only which campaigns have it.",
                    input = "{\"templateId\": \"60000001-0000-4000-8000-000000000003\", \"include\": [\"campaigns\"]}")
        })
public class GetQualificationTemplate implements Tool<GetQualificationTemplate.Input, GetQualificationTemplate.Output> {
    private static final int MOST_CAMPAIGNS = 10;

    @Inject
    Forms forms;

    @Inject
    AttachedCampaigns attached;

    /** A part of the answer. */
    public enum Section {
        FIELDS,
        CAMPAIGNS
    }

    /** What is asked. */
    public record Input(
            @Doc("The template.") UUID templateId,

            @Doc(value = "Parts of the answer.", max = 2, unique = true, byDefault = "[\"fields\", \"campaigns\"]")
            @Nullable
            List<Section> include) {

        boolean wants(Section section) {
            return include == null || include.contains(section);
        }
    }

    /** What is answered. */
    public record Output(
            @Doc("The template.") QualificationTemplateView template,

            @Doc("Qualifications that were made with it: the types of fields that they use can't change.")
            long qualificationCount,

            @Doc(value = "The first ten campaigns that have it, archived ones last.", max = 10)
            Optional<List<AttachedCampaigns.AttachedCampaign>> campaigns,

            @Doc("All campaigns that have it.") Optional<Long> campaignCount) {}

    @Override
    public Result<Output> run(Input input, Call call) {
        StoredTemplate<FormContent> form = forms.get(input.templateId());
        boolean campaigns = input.wants(Section.CAMPAIGNS);
        AttachedCampaigns.Count count = attached.count(TemplateKind.QUALIFICATION, form.id());
        long qualifications = forms.qualifications(form.id());
        Output output = new Output(
                QualificationTemplateView.of(form.id(), form, input.wants(Section.FIELDS)),
                qualifications,
                campaigns
                        ? Optional.of(attached.first(TemplateKind.QUALIFICATION, form.id(), MOST_CAMPAIGNS))
                        : Optional.empty(),
                campaigns ? Optional.of(count.campaigns()) : Optional.empty());
        return Result.of(
                        output,
                        "The form is " + LifeCycle.word(form.status()) + " at version " + form.version() + ": "
                                + Counted.of(form.content().fields().size(), "field") + ", "
                                + Counted.of(count.campaigns(), "campaign") + ", "
                                + Counted.of(qualifications, "qualification") + ".")
                .next(NextAction.of(
                        "export_qualification_template",
                        "Gives the form as a document that other organizations can import.",
                        Map.of("templateId", form.id())));
    }
}
