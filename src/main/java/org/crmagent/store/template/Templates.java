package org.crmagent.store.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.jspecify.annotations.Nullable;

/** The rows of templates, whatever they hold. */
@ApplicationScoped
public class Templates {

    private static final String LOCK = """
            select version from %1$s where organization_id = :organizationId and id = :id for no key update
            """;

    private static final String SAME_NAME = """
            select id from %1$s
            where organization_id = :organizationId and name_key = fold(btrim(:name::text)) and status <> 'archived'
              and id is distinct from :self::uuid
            """;

    @Inject
    Sql sql;

    /**
     * Locks the template's row and tells its version.
     *
     * @throws Refusal {@code not_found}
     */
    public long lock(TemplateKind kind, UUID id) {
        return sql.of(kind.sql(LOCK))
                .set("id", id)
                .first(row -> row.number("version"))
                .orElseThrow(() -> Refusal.notFound(kind.what(), "/templateId", id));
    }

    /**
     * Names are unique without regard to case and accents, among templates of a kind that are not archived.
     *
     * @param self the template that may have the name; null for a new one
     * @throws Refusal {@code duplicate_name}, leading to the other one
     */
    public void checkName(TemplateKind kind, String name, @Nullable UUID self) {
        sql.of(kind.sql(SAME_NAME))
                .set("name", name)
                .set("self", self)
                .first(row -> row.uuid("id"))
                .ifPresent(id -> {
                    throw new Refusal(
                            ErrorCode.DUPLICATE_NAME,
                            "Another " + kind.what() + " has this name: choose another one, or work with " + id + ".",
                            List.of(new Violation("/input/name", "duplicate_name", "the name is taken", id.toString())),
                            List.of(kind.show(id)));
                });
    }
}
