package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crmagent.store.Criteria;
import org.crmagent.store.Cursor;
import org.crmagent.store.Page;
import org.crmagent.store.PageOrCursor;
import org.crmagent.store.Query;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Finds which contacts are in several campaigns: those in most campaigns first, then by id. That order needs the count of
 * every contact, so each page costs one pass over the memberships; the total comes out of the same pass.
 */
@ApplicationScoped
class SharedContactPage {

    private static final String SHARED = """
            select m.contact_id, count(*) as campaign_count
            from campaign_contact m
            where m.organization_id = :organizationId%s
            group by m.contact_id
            having count(*) >= :minCampaigns
            """;

    /** One pass over few; %s are the conditions. */
    private static final String FEW = "with shared as materialized (" + SHARED + ")";

    /** Over all, by ranges. */
    private static final String ALL = "with recursive " + ContactRanges.RANGES
            + ", shared as materialized (select s.contact_id, s.campaign_count from id_range r cross join lateral ("
            + SHARED.replace("%s", " and " + ContactRanges.WITHIN + "%s") + "offset 0) s)";

    private static final String BY_PAGE = """

            select t.total, p.contact_id, p.campaign_count
            from (select count(*) as total from shared) t
            left join (select contact_id, campaign_count
                       from shared
                       order by campaign_count desc, contact_id
                       limit :size offset :offset) p on true
            order by p.campaign_count desc, p.contact_id
            """;

    private static final String BY_CURSOR = """

            select contact_id, campaign_count
            from shared
            where campaign_count < :count or campaign_count = :count and contact_id > :id
            order by campaign_count desc, contact_id
            limit :size
            """;

    @Inject
    Sql sql;

    /**
     * Contacts of a page.
     *
     * @param ids in order
     * @param total of all pages; null where the caller pages by cursor
     * @param nextCursor goes on after the last of them; null where it is the last of all
     */
    record Slice(
            List<UUID> ids, @Nullable Long total, @Nullable String nextCursor) {}

    /**
     * The contacts asked for.
     *
     * @param scope conditions over {@code campaign_contact m}, with the parameter {@code campaignIds}
     * @param few true where the conditions choose few contacts, by what an index finds
     * @param name tells the list from any other, as {@link Cursor#write} wants it
     */
    Slice slice(Criteria scope, boolean few, int minCampaigns, PageOrCursor paging, String name) {
        Page page = paging.asPage();
        String shared = (few ? FEW : ALL).formatted(scope.sql().stripTrailing());
        List<Cursor> found = new ArrayList<>();
        Long total = null;
        if (paging.cursor() == null) {
            Query query = query(shared + BY_PAGE, scope, minCampaigns, page).set("offset", page.offset());
            List<Long> totals = query.list(row -> {
                if (row.uuidOrNull("contact_id") != null) {
                    found.add(cursor(row));
                }
                return row.number("total");
            });
            total = totals.get(0);
        } else {
            Cursor after = Cursor.read(paging.cursor(), name);
            query(shared + BY_CURSOR, scope, minCampaigns, page)
                    .set("count", after.number())
                    .set("id", after.id())
                    .each(row -> found.add(cursor(row)));
        }
        List<Cursor> shown = found.subList(0, Math.min(page.size(), found.size()));
        return new Slice(
                shown.stream().map(Cursor::id).toList(),
                total,
                found.size() > shown.size() ? shown.get(shown.size() - 1).write(name) : null);
    }

    private Query query(String text, Criteria scope, int minCampaigns, Page page) {
        return sql.of(text)
                .setAll(scope.parameters())
                .set("minCampaigns", minCampaigns)
                .set("size", page.size() + 1)
                .planned();
    }

    private static Cursor cursor(Row row) {
        return new Cursor(0, Long.toString(row.number("campaign_count")), row.uuid("contact_id"));
    }
}
