package org.crmagent.tools.qualifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.TemplateStatus;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.store.member.Members;
import org.crmagent.store.qualification.Forms;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;

/** The form that a new qualification fills in: the one named, else the campaign's. */
@ApplicationScoped
class ChosenForm {

    @Inject
    Forms forms;

    /** The campaign's own form counts whatever its status: the campaign may be over. */
    StoredTemplate<FormContent> of(CreateQualification.Input input, Members.Member member) {
        UUID template = input.templateId() == null ? member.templateId() : input.templateId();
        if (template == null) {
            throw Told.noForm(input.campaignId());
        }
        StoredTemplate<FormContent> form = forms.share(template, "/templateId");
        if (!template.equals(member.templateId())) {
            refuseUnpublished(form);
        }
        return form;
    }

    /** Only published forms are filled in. */
    private static void refuseUnpublished(StoredTemplate<FormContent> form) {
        if (form.status() != TemplateStatus.PUBLISHED) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE,
                    "The qualification template is " + LifeCycle.word(form.status()) + ": publish it first.",
                    List.of(new Violation(
                            "/input/templateId",
                            "template_not_published",
                            "the template is " + LifeCycle.word(form.status()),
                            null)),
                    List.of(
                            form.status() == TemplateStatus.DRAFT
                                    ? TemplateKind.QUALIFICATION.publish(form.id())
                                    : TemplateKind.QUALIFICATION.show(form.id())));
        }
    }
}
