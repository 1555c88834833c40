package org.crmagent.tools.qualificationtemplates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.store.template.TemplateKind;
import org.crmagent.tool.Refusal;

/** Reads of forms that several tools share. */
@ApplicationScoped
class Forms {

    private static final String READ = """
            select id, name, description, status, fields, version, created_at, updated_at
            from qualification_template
            where organization_id = :organizationId and id = :id
            """;

    private static final String USES = """
            select count(*) as qualifications from qualification
            where organization_id = :organizationId and qualification_template_id = :id
            """;

    @Inject
    Sql sql;

    /** The template that a tool shows or acts on; refuses with {@code not_found}. */
    StoredForm get(UUID id) {
        return sql.of(READ)
                .set("id", id)
                .first(StoredForm::of)
                .orElseThrow(() -> Refusal.notFound(TemplateKind.QUALIFICATION.what(), "/templateId", id));
    }

    /** Qualifications that were made with it. */
    long qualifications(UUID id) {
        return sql.of(USES).set("id", id).one(row -> row.number("qualifications"));
    }
}
