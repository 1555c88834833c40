package org.crmagent.store.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.CampaignStatus;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.tool.Doc;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Counted;

/** The campaigns that have a template. */
@ApplicationScoped
public class AttachedCampaigns {
    private static final int LONGEST_NAME = 40;

    private static final String COUNT = """
            select count(*) as campaigns, count(*) filter (where status <> 'archived') as open
            from campaign where organization_id = :organizationId and %2$s = :id
            """;

    private static final String FIRST = """
            select id, name, status from campaign
            where organization_id = :organizationId and %2$s = :id
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
    public record Count(long campaigns, long open) {}

    @Inject
    Sql sql;

    /** How many have it. */
    public Count count(TemplateKind kind, UUID template) {
        return sql.of(kind.sql(COUNT))
                .set("id", template)
                .one(row -> new Count(row.number("campaigns"), row.number("open")));
    }

    /** The first by name, archived ones last. */
    public List<AttachedCampaign> first(TemplateKind kind, UUID template, int most) {
        return sql.of(kind.sql(FIRST))
                .set("id", template)
                .set("most", most)
                .list(row -> new AttachedCampaign(
                        row.uuid("id"),
                        Row.cut(row.text("name"), LONGEST_NAME),
                        row.constant("status", CampaignStatus.class)));
    }

    /**
     * Keeps a template published while a campaign has it.
     *
     * @throws Refusal {@code invalid_state}, leading to the campaigns
     */
    public void refuseInUse(TemplateKind kind, UUID template) {
        long open = count(kind, template).open();
        if (open > 0) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE,
                    "The " + kind.what() + " stays published while "
                            + Counted.of(
                                    open, "campaign that is not archived has", "campaigns that are not archived have")
                            + " it: detach it from them first.",
                    List.of(new Violation(
                            "/input/status",
                            "template_attached",
                            Counted.of(open, "campaign has", "campaigns have") + " the template",
                            null)),
                    List.of(NextAction.of(
                            "list_campaigns",
                            "Shows the campaigns that have it.",
                            Map.of(
                                    kind.member(),
                                    template,
                                    "statuses",
                                    List.of(
                                            CampaignStatus.DRAFT,
                                            CampaignStatus.ACTIVE,
                                            CampaignStatus.PAUSED,
                                            CampaignStatus.COMPLETED)))));
        }
    }
}
