package org.crmagent.tools.qualificationtemplates;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.crmagent.model.QualificationTemplate;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.Row;
import org.crmagent.store.template.StoredTemplates;
import org.crmagent.store.template.TemplateKind;

/** The qualification forms of an organization. */
@ApplicationScoped
class Forms extends StoredTemplates<FormContent> {

    private static final String USES = """
            select count(*) as qualifications from qualification
            where organization_id = :organizationId and qualification_template_id = :id
            """;

    Forms() {
        super(
                TemplateKind.QUALIFICATION,
                "fields",
                Forms::content,
                QualificationTemplate.class,
                QualificationTemplate::new);
    }

    private static FormContent content(Row row) {
        return new FormContent(
                row.text("name"),
                row.textOrNull("description"),
                QualificationField.read(row.json("fields").asJsonArray()));
    }

    /** Qualifications that were made with it. */
    long qualifications(UUID id) {
        return sql.of(USES).set("id", id).one(row -> row.number("qualifications"));
    }
}
