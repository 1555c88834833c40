package org.crmagent.store.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.crmagent.store.Criteria;
import org.crmagent.store.Page;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.tool.Doc;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Result;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** Pages of templates, last changed first, with how many campaigns have each. */
@ApplicationScoped
public class TemplateListing {

    private static final String COUNT =
            "select count(*) as total from %1$s t where t.organization_id = :organizationId%3$s";

    private static final String ROWS = """
            select p.*, (select count(*) from campaign c
                         where c.organization_id = p.organization_id and c.%2$s = p.id) as campaign_count
            from (select t.organization_id, t.id, t.name, t.status, t.version, t.updated_at, t.description, t.created_at, %4$s
                  from %1$s t
                  where t.organization_id = :organizationId%3$s
                  order by t.updated_at desc, t.id desc
                  limit :size offset :offset) p
            order by p.updated_at desc, p.id desc
            """;

    private static final String USED_BY = """
            t.id = (select c.%2$s from campaign c where c.organization_id = :organizationId and c.id = :campaign)""";

    private static final String CAMPAIGN =
            "select id from campaign where organization_id = :organizationId and id = :id";

    @Inject
    Sql sql;

    /** What rows of both kinds end with; optional members come with detail full. */
    public record Listed(
            @Doc("Campaigns that have it, archived ones too.")
            long campaignCount,

            @Doc("Its version.") int version,
            @Doc("When it was last changed.") Instant updatedAt,

            @Doc(value = "What it is for, cut at 200 characters.", max = 200)
            Optional<String> description,

            @Doc("When it was made.") Optional<Instant> createdAt) {

        /** Of a row of {@link #page}. */
        public static Listed of(Row row, boolean full) {
            return new Listed(
                    row.number("campaign_count"),
                    row.integer("version"),
                    row.instant("updated_at"),
                    full ? Optional.ofNullable(row.cellOrNull("description")) : Optional.empty(),
                    full ? Optional.of(row.instant("created_at")) : Optional.empty());
        }
    }

    /** One page, and how many rows all pages have. */
    public record Found<T>(List<T> rows, Page page, long total) {

        /**
         * The answer, leading to the first template.
         *
         * @param id of a row
         */
        public <O extends Record> Result<O> result(O output, TemplateKind kind, Function<T, UUID> id) {
            Result<O> result = page.result(output, total, rows.size(), kind.what());
            return rows.isEmpty()
                    ? result
                    : result.next(NextAction.of(
                            kind.tool("get"),
                            "Shows the first of these templates.",
                            Map.of("templateId", id.apply(rows.get(0)))));
        }
    }

    /** What both kinds can be asked for, over {@code t}. */
    public static Criteria criteria(TemplateKind kind, TemplateFilter filter, @Nullable UUID usedByCampaign) {
        return new Criteria()
                .and("t.status = any (:statuses::text[])", "statuses", filter.statuses())
                .and("t.search like like_pattern(:search)", "search", filter.search())
                .and(kind.sql(USED_BY), "campaign", usedByCampaign);
    }

    /**
     * The page asked for.
     *
     * @param columns what the kind has beside the columns of all templates, as SQL over {@code t}
     */
    public <T> Found<T> page(TemplateKind kind, Criteria criteria, Page page, String columns, Row.Mapper<T> mapper) {
        long total = sql.of(kind.sql(COUNT, criteria.sql(), columns))
                .setAll(criteria.parameters())
                .one(row -> row.number("total"));
        List<T> rows = sql.of(kind.sql(ROWS, criteria.sql(), columns))
                .setAll(criteria.parameters())
                .set("size", page.size())
                .set("offset", page.offset())
                .list(mapper);
        return new Found<>(rows, page, total);
    }

    /** A warning where {@code usedByCampaignId} names no campaign. */
    public List<Warning> unknown(@Nullable UUID campaign) {
        boolean known = campaign == null
                || sql.of(CAMPAIGN).set("id", campaign).first(row -> campaign).isPresent();
        return known
                ? List.of()
                : List.of(new Warning(
                        "unknown_filter_ids",
                        "usedByCampaignId names no campaign of this organization.",
                        String.valueOf(campaign)));
    }
}
