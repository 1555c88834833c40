package org.crmagent.tools.workspace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.crmagent.model.OrganizationStatus;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.tools.workspace.CrmResolveWorkspace.Input;
import org.crmagent.tools.workspace.CrmResolveWorkspace.Match;
import org.crmagent.tools.workspace.CrmResolveWorkspace.MatchedOn;

/** Finds organizations by exact criteria and by what was typed loosely, best first. */
@Dependent
class WorkspaceSearch {

    /** How much of the typed text must be found in one stretch for an organization to be looked at: prunes the index. */
    private static final String THRESHOLD = "select set_config('pg_trgm.word_similarity_threshold', '0.4', true)";

    /** A few more than are answered, because the index ranks by stretches and the answer by words. */
    private static final String BY_CRITERIA = """
            with candidate as (
                select id
                from organization
                where (:id::uuid is null or id = :id::uuid)
                  and (:slug::text is null or slug = btrim(:slug))
                  and (:ownerEmail::text is null or owner_email_key = lower(btrim(:ownerEmail)))
                limit 200
            )
            """;

    /** Of an e-mail only the part before the @ leads the way: many owners share what follows. */
    private static final String BY_QUERY = """
            with candidate as (
                select id
                from (
                    select id
                    from organization
                    where fold(coalesce(nullif(split_part(:query, '@', 1), ''), :query)) <% search
                    order by fold(coalesce(nullif(split_part(:query, '@', 1), ''), :query)) <<-> search
                    limit 20
                ) as nearest
                union
                (
                    select id
                    from organization
                    where name_key = left(fold(btrim(:query)), 200)
                       or slug = lower(btrim(:query))
                       or owner_email_key = left(lower(btrim(:query)), 320)
                    limit 20
                )
            )
            """;

    /**
     * The score is Dice's coefficient of the trigrams of each typed word and of the stretch of the organization's text
     * that fits it best, averaged by the words' length: words may stand in any order and in any of the columns.
     */
    private static final String SCORED = """
            , typed as (
                select fold(btrim(:query)) as text, lower(btrim(:query)) as plain
            ), word as (
                select word
                from regexp_split_to_table(fold(:query), '[^[:alnum:]]+') as word
                where word <> ''
                limit 12
            ), scored as (
                select o.*, best.field, alike.score,
                       coalesce(:query::text is null or :id::uuid is not null or :slug::text is not null
                           or :ownerEmail::text is not null or o.name_key = left(typed.text, 200)
                           or o.slug = typed.plain or o.owner_email_key = typed.plain, false) as exact
                from candidate
                join organization o using (id)
                cross join typed
                cross join lateral (
                    select case
                        when :query::text is null then 1
                        else coalesce(sum(length(word) * 2 * found / (1 + found)) / sum(length(word)), 0)
                    end as score
                    from word
                    cross join lateral (select word_similarity(word, o.search) as found) as each
                ) as alike
                cross join lateral (
                    select field
                    from (values
                        (1, 'name', o.name_key),
                        (2, 'slug', o.slug),
                        (3, 'owner_name', fold(o.owner_name)),
                        (4, 'owner_email', o.owner_email_key)
                    ) as held (rank, field, value)
                    order by value is not distinct from typed.text desc,
                             word_similarity(typed.text, value) desc nulls last, rank
                    limit 1
                ) as best
                where alike.score >= 0.5
            )
            select scored.*, round(score::numeric, 3) as rounded, coalesce(m.enabled, false) as outbound_enabled
            from scored
            cross join typed
            left join organization_module m on m.organization_id = scored.id and m.module = 'outbound'
            order by exact desc, score desc, similarity(typed.text, name_key) desc, id
            limit 10
            """;

    @Inject
    Sql sql;

    /** At most ten candidates, more than one of them exact where more than one is. */
    List<Candidate> find(Input input) {
        boolean criteria = input.organizationId() != null || input.slug() != null || input.ownerEmail() != null;
        if (!criteria) {
            sql.acrossOrganizations(THRESHOLD).list(row -> row.text("set_config"));
        }
        return sql.acrossOrganizations((criteria ? BY_CRITERIA : BY_QUERY) + SCORED)
                .set("query", input.query())
                .set("id", input.organizationId())
                .set("slug", input.slug())
                .set("ownerEmail", input.ownerEmail())
                .list(row -> new Candidate(match(row, input), row.bool("exact")));
    }

    private static Match match(Row row, Input input) {
        return new Match(
                row.uuid("id"),
                row.cell("name"),
                row.cell("slug"),
                row.cellOrNull("owner_name"),
                row.cellOrNull("owner_email"),
                row.bool("outbound_enabled"),
                row.constant("status", OrganizationStatus.class),
                row.fraction("rounded"),
                matchedOn(row, input));
    }

    private static List<MatchedOn> matchedOn(Row row, Input input) {
        Set<MatchedOn> on = EnumSet.noneOf(MatchedOn.class);
        if (input.organizationId() != null) {
            on.add(MatchedOn.ORGANIZATION_ID);
        }
        if (input.slug() != null) {
            on.add(MatchedOn.SLUG);
        }
        if (input.ownerEmail() != null) {
            on.add(MatchedOn.OWNER_EMAIL);
        }
        if (input.query() != null) {
            on.add(row.constant("field", MatchedOn.class));
        }
        return List.copyOf(on);
    }
}
