package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.Detail;
import org.crmagent.store.Criteria;
import org.crmagent.store.PageOrCursor;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.store.Sql;
import org.crmagent.store.TextLevel;
import org.crmagent.tools.outbound.SharedContact.Conflict;

/** Reads contacts with how they stand in several campaigns, and what is at odds between those. */
@ApplicationScoped
class SharedContacts {
    private static final Duration LATELY = Duration.ofDays(7);

    /** Bytes of JSON for the rows of an answer with at most twenty compact ones. */
    private static final int SMALL_PAGE = 22_000;

    /** Bytes of JSON that the texts of a compact contact may take, and the share of a full one in what a row has. */
    private static final int SPACE_OF_COMPACT = 200;

    private static final int SHARE_OF_FULL = 2;

    /** Rather than cutting names of campaigns and agents below this, fewer campaigns are shown. */
    private static final int SHORTEST_NAME = 20;

    private static final String ROWS = "select " + ContactView.COLUMNS + """
            , s.campaign_count, s.different_agents, s.called_lately, s.campaigns
            from contact k
            cross join lateral (
                select count(*) as campaign_count,
                       count(distinct m.assigned_agent_id) > 1 as different_agents,
                       count(*) filter (where m.last_call_at > :lately and m.last_call_at <= :now) > 1 as called_lately,
                       json_agg(%2$s order by m.place) filter (where m.place <= :mostCampaigns) as campaigns
                from (select m.*, row_number() over (order by m.last_call_at desc nulls last, m.campaign_id) as place
                      from campaign_contact m
                      where m.organization_id = :organizationId and m.contact_id = k.id%1$s) m
                left join campaign c
                  on c.organization_id = :organizationId and c.id = m.campaign_id and m.place <= :mostCampaigns
                left join app_user a
                  on a.organization_id = :organizationId and a.id = m.assigned_agent_id and m.place <= :mostCampaigns
                having count(*) > 0) s
            where k.organization_id = :organizationId and k.id = any (:ids::uuid[])
            order by array_position(:ids::uuid[], k.id)
            """;

    @Inject
    Sql sql;

    /** A contact with all it has to show, and the bytes of JSON that it takes without its campaigns. */
    private record Read(SharedContact contact, int bytes) {}

    /**
     * The contacts in the order of their ids; one that left meanwhile is left out.
     *
     * @param scope conditions over {@code campaign_contact m}
     * @param taken bytes of JSON that the answer holds beside the rows, over what every answer does
     */
    List<SharedContact> rows(List<UUID> ids, Criteria scope, PageOrCursor paging, int taken, Instant now) {
        Detail detail = Detail.of(paging.detail());
        int size = paging.asPage().size();
        int bytes = paging.bytes(SMALL_PAGE) - taken;
        int fixed = ContactView.fixedBytes(detail);
        int texts = detail == Detail.FULL ? (bytes / size - fixed) / SHARE_OF_FULL : SPACE_OF_COMPACT;
        List<Read> rows = sql.of(ROWS.formatted(scope.sql(), CampaignStanding.JSON))
                .setAll(scope.parameters())
                .set("ids", ids)
                .set("lately", now.minus(LATELY))
                .set("now", now)
                .set("mostCampaigns", SharedContact.MOST_CAMPAIGNS)
                .list(row -> {
                    RowSpace space = new RowSpace(texts);
                    SharedContact contact = row(row, ContactView.of(row, detail, space));
                    return new Read(contact, fixed + texts - space.left() + contact.bytes());
                });
        int ofContacts = rows.stream().mapToInt(Read::bytes).sum();
        return fitting(rows.stream().map(Read::contact).toList(), bytes - ofContacts, SharedContact.MOST_CAMPAIGNS);
    }

    private static SharedContact row(Row row, ContactView contact) {
        List<Conflict> conflicts = new ArrayList<>();
        if (row.bool("different_agents")) {
            conflicts.add(Conflict.DIFFERENT_AGENTS);
        }
        if (row.bool("called_lately")) {
            conflicts.add(Conflict.CALLED_IN_BOTH_WITHIN_7_DAYS);
        }
        List<CampaignStanding> campaigns = row.json("campaigns").asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(CampaignStanding::of)
                .toList();
        return new SharedContact(contact, row.integer("campaign_count"), campaigns, conflicts);
    }

    /** With names as long, and as many campaigns, as all rows together have space for. */
    private static List<SharedContact> fitting(List<SharedContact> rows, int bytes, int mostCampaigns) {
        List<CampaignStanding> shown = rows.stream()
                .flatMap(row -> row.campaigns().stream().limit(mostCampaigns))
                .toList();
        int fixed = shown.stream().mapToInt(CampaignStanding::bytes).sum();
        TextLevel level = TextLevel.of(
                bytes - fixed, shown.stream().flatMap(CampaignStanding::names).toList());
        if (!level.reaches(SHORTEST_NAME) && mostCampaigns > 1) {
            return fitting(rows, bytes, mostCampaigns - 1);
        }
        return rows.stream().map(row -> row.cut(mostCampaigns, level)).toList();
    }
}
