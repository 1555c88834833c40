package org.crmagent.store.qualification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.QualificationTemplate;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.Row;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.store.template.StoredTemplates;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Refusal;

/** The qualification forms of an organization. */
@ApplicationScoped
public class Forms extends StoredTemplates<FormContent> {

    private static final String SHARE = """
            select id from qualification_template where organization_id = :organizationId and id = :id for share
            """;

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

    /**
     * The form that values are checked against: nobody changes it until the transaction has ended, while others may use it.
     *
     * @param pointer the member of the input that names it
     * @throws Refusal {@code not_found}
     */
    public StoredTemplate<FormContent> share(UUID id, String pointer) {
        sql.of(SHARE).set("id", id).each(row -> {});
        return get(List.of(id)).stream().findFirst().orElseThrow(() -> Refusal.notFound(kind().what(), pointer, id));
    }

    /** Qualifications that were made with it. */
    public long qualifications(UUID id) {
        return sql.of(USES).set("id", id).one(row -> row.number("qualifications"));
    }
}
