package org.crmagent.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds names that nobody has: they are unique without regard to case and accents among what is not archived. */
@ApplicationScoped
public class FreeName {

    /** The first number that makes the name a new one, cut so that both fit. */
    private static final String NUMBERED = """
            select candidate.name, fold(btrim(candidate.name)) as key
            from generate_series(2, 10000) as n (n)
            cross join lateral (
              select rtrim(left(btrim(:name::text), 117 - length(n.n::text))) || ' (' || n.n || ')' as name) as candidate
            where not exists (
              select from %s t
              where t.organization_id = :organizationId and t.name_key = fold(btrim(candidate.name)) and t.status <> 'archived')
            order by n.n
            limit 1
            """;

    @Inject
    Sql sql;

    /** A name, and what must be unique of it. */
    public record Named(String name, String key) {}

    /**
     * A name like this one that is free now.
     *
     * @param table {@code campaign}, or one of the templates
     */
    public Named like(String name, String table) {
        return sql.of(NUMBERED.formatted(table))
                .set("name", name)
                .one(row -> new Named(row.text("name"), row.text("key")));
    }
}
