package org.crmagent.tools.scripttemplates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.CampaignStatus;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.tool.Doc;

/** The campaigns that have a template. */
@ApplicationScoped
class AttachedCampaigns {
    private static final int LONGEST_NAME = 40;

    private static final String COUNT = """
            select count(*) as campaigns, count(*) filter (where status <> 'archived') as open
            from campaign where organization_id = :organizationId and script_template_id = :id
            """;

    private static final String FIRST = """
            select id, name, status from campaign
            where organization_id = :organizationId and script_template_id = :id
            order by status = 'archived', name_key, id
            limit :most
            """;

    /** One of them. */
    public record AttachedCampaign(
            @Doc("The campaign.") UUID campaignId,

            @Doc(value = "Its name, cut at 40 characters.", max = 40)
            String name,

            @Doc("Where it stands in its life cycle.") CampaignStatus status) {}

    /**
     * How many.
     *
     * @param open those that are not archived
     */
    record Count(long campaigns, long open) {}

    @Inject
    Sql sql;

    Count count(UUID template) {
        return sql.of(COUNT).set("id", template).one(row -> new Count(row.number("campaigns"), row.number("open")));
    }

    /** The first by name, archived ones last. */
    List<AttachedCampaign> first(UUID template, int most) {
        return sql.of(FIRST)
                .set("id", template)
                .set("most", most)
                .list(row -> new AttachedCampaign(
                        row.uuid("id"),
                        Row.cut(row.text("name"), LONGEST_NAME),
                        row.constant("status", CampaignStatus.class)));
    }
}
