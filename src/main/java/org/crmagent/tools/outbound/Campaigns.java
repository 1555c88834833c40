package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.CampaignStatus;
import org.crmagent.store.Sql;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Warning;

/** Reads of one campaign that several tools share. */
@ApplicationScoped
class Campaigns {

    private static final String VIEW = """
            select c.*, s.name as script_name, q.name as qualification_name
            from campaign c
            left join script_template s on s.organization_id = c.organization_id and s.id = c.script_template_id
            left join qualification_template q
              on q.organization_id = c.organization_id and q.id = c.qualification_template_id
            where c.organization_id = :organizationId and c.id = :id
            """;

    private static final String LOCK = """
            select version from campaign where organization_id = :organizationId and id = :id for no key update
            """;

    private static final String COUNTS = "select " + ContactCounts.COLUMNS
            + "from campaign_contact_count n where n.organization_id = :organizationId and n.campaign_id = :id";

    private static final String AGENTS = """
            select user_id from campaign_agent where organization_id = :organizationId and campaign_id = :id order by user_id
            """;

    private static final String OPEN_FOLLOW_UPS = """
            select count(*) as pending from follow_up
            where organization_id = :organizationId and campaign_id = :id and status = 'pending'
            """;

    @Inject
    Sql sql;

    /** The call that shows one. */
    static NextAction show(UUID id) {
        return show(id, "Shows the campaign as it is now.");
    }

    /**
     * The same, for a reason of its own.
     *
     * @param sections that it shows besides; none: the tool's own choice
     */
    static NextAction show(UUID id, String reason, CampaignSection... sections) {
        return NextAction.of(
                "get_campaign",
                reason,
                sections.length == 0
                        ? Map.of("campaignId", id)
                        : Map.of("campaignId", id, "include", List.of(sections)));
    }

    Optional<CampaignView> find(UUID id) {
        return sql.of(VIEW).set("id", id).first(CampaignView::of);
    }

    /** The campaign that a tool acts on; refuses with {@code not_found}. */
    CampaignView get(UUID id) {
        return find(id).orElseThrow(() -> Refusal.notFound("campaign", "/campaignId", id));
    }

    /** Locks the campaign's row and tells its version: the only queue for whatever changes a campaign. */
    long lock(UUID id) {
        return sql.of(LOCK)
                .set("id", id)
                .first(row -> row.number("version"))
                .orElseThrow(() -> Refusal.notFound("campaign", "/campaignId", id));
    }

    ContactCounts counts(UUID id) {
        return sql.of(COUNTS).set("id", id).one(ContactCounts::of);
    }

    List<UUID> agentIds(UUID id) {
        return sql.of(AGENTS).set("id", id).list(row -> row.uuid("user_id"));
    }

    /** What a caller should know of a campaign that was just made active, or completed. */
    List<Warning> lifeCycleWarnings(UUID id, CampaignStatus status, boolean scripted) {
        List<Warning> warnings = new ArrayList<>();
        if (status == CampaignStatus.ACTIVE) {
            if (counts(id).total() == 0) {
                warnings.add(warning("campaign_empty", "The active campaign has no contacts yet.", id));
            }
            if (!scripted) {
                warnings.add(warning("campaign_without_script", "The active campaign has no call script yet.", id));
            }
            if (agentIds(id).isEmpty()) {
                warnings.add(warning("campaign_without_agents", "The active campaign has no agents yet.", id));
            }
        }
        if (status == CampaignStatus.COMPLETED) {
            long pending = sql.of(OPEN_FOLLOW_UPS).set("id", id).one(row -> row.number("pending"));
            if (pending > 0) {
                warnings.add(warning(
                        "open_follow_ups", pending + " follow-ups of the completed campaign are still pending.", id));
            }
        }
        return warnings;
    }

    private static Warning warning(String code, String message, UUID id) {
        return new Warning(code, message, id.toString());
    }
}
