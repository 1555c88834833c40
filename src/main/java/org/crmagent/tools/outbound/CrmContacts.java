package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.model.Detail;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.store.Sql;

/** Reads contacts with the campaigns that they are in. */
@ApplicationScoped
class CrmContacts {

    /** Bytes of JSON of a row beside the contact, and those that its campaigns may take. */
    private static final int FIXED_BYTES = 70;

    private static final int CAMPAIGNS_SPACE = 500;

    private static final String ROWS = "select " + ContactView.COLUMNS + """
            , (select count(*) from campaign_contact m
               where m.organization_id = k.organization_id and m.contact_id = k.id) as campaign_count
            , (select coalesce(json_agg(json_build_object('campaignId', c.id, 'name', c.name, 'state', c.state)), '[]')
               from (select c.id, c.name, m.state
                     from campaign_contact m
                     join campaign c on c.organization_id = m.organization_id and c.id = m.campaign_id
                     where m.organization_id = k.organization_id and m.contact_id = k.id
                     order by c.status = 'active' desc, c.created_at desc, c.id desc
                     limit 4) c) as campaigns
            from contact k
            where k.organization_id = :organizationId and k.id = any (:ids::uuid[])
            order by array_position(:ids::uuid[], k.id)
            """;

    @Inject
    Sql sql;

    /**
     * The contacts in the order of their ids; one that was deleted meanwhile is left out.
     *
     * @param space bytes of JSON that a row may take
     */
    List<ListedContact> rows(List<UUID> ids, Detail detail, int space) {
        return sql.of(ROWS).set("ids", ids).list(row -> row(row, detail, space));
    }

    private static ListedContact row(Row row, Detail detail, int space) {
        RowSpace forCampaigns = new RowSpace(CAMPAIGNS_SPACE);
        List<Membership> campaigns = campaigns(row, forCampaigns);
        int taken = CAMPAIGNS_SPACE - forCampaigns.left();
        RowSpace left = new RowSpace(space - FIXED_BYTES - ContactView.fixedBytes(detail) - taken);
        return new ListedContact(
                ContactView.of(row, detail, left),
                Optional.empty(),
                Optional.of(row.integer("campaign_count")),
                Optional.of(campaigns));
    }

    private static List<Membership> campaigns(Row row, RowSpace space) {
        List<Membership> campaigns = new ArrayList<>();
        for (JsonObject campaign : row.json("campaigns").asJsonArray().getValuesAs(JsonObject.class)) {
            String name = Row.cut(campaign.getString("name"), Membership.LONGEST_NAME);
            if (space.take(Membership.FIXED_BYTES + RowSpace.cost(name))) {
                campaigns.add(new Membership(
                        UUID.fromString(campaign.getString("campaignId")),
                        name,
                        ContactState.valueOf(campaign.getString("state").toUpperCase(Locale.ROOT))));
            }
        }
        return campaigns;
    }
}
