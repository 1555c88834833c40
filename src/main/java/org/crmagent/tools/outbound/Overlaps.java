package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.store.Criteria;
import org.crmagent.store.Sql;
import org.jspecify.annotations.Nullable;

/** Counts which campaigns share how many contacts. */
@ApplicationScoped
class Overlaps {

    /**
     * How many contacts are in just which campaigns; the first campaign is bit 0. Sorted before they are counted: hashed, tens
     * of thousands of masks where the planner expects 200 spill into thousands of files.
     */
    private static final String MASKS = "with recursive " + ContactRanges.RANGES + """
            , chosen as materialized (
                select id, 1::bigint << (place::int - 1) as bit
                from unnest(:campaignIds::uuid[]) with ordinality as asked (id, place)
            )
            select mask, count(*) as contacts
            from (select mask
                  from id_range r
                  cross join lateral (
                      select m.contact_id, bit_or(c.bit) as mask
                      from chosen c
                      join campaign_contact m on m.campaign_id = c.id
                      where m.organization_id = :organizationId and %1$s%2$s
                      group by m.contact_id
                      offset 0) member
                  order by mask
                  offset 0) sorted
            group by mask
            """;

    @Inject
    Sql sql;

    /**
     * The campaigns, numbered in their order.
     *
     * @param states in which contacts count; null: any
     */
    OverlapMatrix of(List<UUID> campaigns, @Nullable List<ContactState> states) {
        OverlapMatrix matrix = new OverlapMatrix(campaigns.size());
        if (!campaigns.isEmpty()) {
            Criteria criteria = new Criteria().and("m.state = any (:states)", "states", states);
            sql.of(MASKS.formatted(ContactRanges.WITHIN, criteria.sql()))
                    .set("campaignIds", campaigns)
                    .setAll(criteria.parameters())
                    .planned()
                    .each(row -> matrix.add(row.number("mask"), row.number("contacts")));
        }
        return matrix;
    }
}
