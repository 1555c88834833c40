package org.crmagent.store.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.FreeName;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.jspecify.annotations.Nullable;

/** Names are unique without regard to case and accents, among templates of a kind that are not archived. */
@ApplicationScoped
class TemplateNames {

    private static final String SAME = """
            select id from %1$s
            where organization_id = :organizationId and name_key = fold(btrim(:name::text)) and status <> 'archived'
              and id is distinct from :self::uuid
            """;

    private static final String KEYS = """
            select fold(btrim(asked.name)) as key from unnest(:names::text[]) with ordinality as asked (name, index)
            order by asked.index
            """;

    /** In order of id, so that two imports of the same names don't wait for each other. */
    private static final String TAKEN = """
            select id, name_key from %1$s
            where organization_id = :organizationId and name_key = any (:keys::text[]) and status <> 'archived'
            order by id
            for no key update
            """;

    @Inject
    Sql sql;

    @Inject
    FreeName free;

    /** Refuses with {@code duplicate_name}, leading to the other template; {@code self} may have the name. */
    void check(TemplateKind kind, String name, @Nullable UUID self) {
        sql.of(kind.sql(SAME))
                .set("name", name)
                .set("self", self)
                .first(row -> row.uuid("id"))
                .ifPresent(id -> {
                    throw new Refusal(
                            ErrorCode.DUPLICATE_NAME,
                            "Another " + kind.what() + " has this name: choose another one, or work with " + id + ".",
                            List.of(new Violation(
                                    "/input/name",
                                    "duplicate_name",
                                    "the name is taken by " + id,
                                    numbered(kind, name).name())),
                            List.of(kind.show(id)));
                });
    }

    /** What must be unique of each name, in order. */
    List<String> keys(List<String> names) {
        return sql.acrossOrganizations(KEYS).set("names", names).list(row -> row.text("key"));
    }

    /** The templates that have these keys, locked. */
    Map<String, UUID> taken(TemplateKind kind, List<String> keys) {
        Map<String, UUID> taken = new HashMap<>();
        sql.of(kind.sql(TAKEN)).set("keys", keys).each(row -> taken.put(row.text("name_key"), row.uuid("id")));
        return taken;
    }

    /** A name like it that no template has. */
    FreeName.Named numbered(TemplateKind kind, String name) {
        return free.like(name, kind.sql("%1$s"));
    }
}
