package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.crmagent.model.CampaignStatus;
import org.crmagent.store.Sql;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.text.Counted;

/** The call that brings a campaign on: contacts where it has none, agents for those who have none. Always as a preview. */
@ApplicationScoped
class CampaignAdvice {

    /** Where contacts can be assigned without naming agents. */
    private static final String WORKED = """
            select distinct a.campaign_id
            from campaign_agent a
            join campaign c on c.organization_id = a.organization_id and c.id = a.campaign_id
            join app_user u on u.organization_id = a.organization_id and u.id = a.user_id
            where a.organization_id = :organizationId and a.campaign_id = any (:campaignIds::uuid[])
              and c.status not in ('completed', 'archived') and u.role = 'agent' and u.status = 'active'
            """;

    @Inject
    Sql sql;

    /** For one campaign, by what it holds. */
    List<NextAction> of(UUID id, CampaignStatus status, ContactCounts counts) {
        if (!CampaignRules.workable(status)) {
            return List.of();
        }
        if (counts.total() == 0) {
            return List.of(fill(id));
        }
        return counts.unassigned() > 0 && !worked(List.of(id)).isEmpty()
                ? List.of(deal(id, counts.unassigned()))
                : List.of();
    }

    /** Previews adding all contacts. */
    static NextAction fill(UUID id) {
        return NextAction.of(
                "bulk_add_contacts_to_campaign_by_filter",
                "Previews adding all contacts of the CRM; narrow the filter to those meant.",
                Map.of("campaignId", id, "filter", Map.of("all", true), "dryRun", true));
    }

    /** Previews dealing a campaign's open contacts without an agent. */
    static NextAction deal(UUID id, long unassigned) {
        return NextAction.of(
                "bulk_assign_campaign_contacts",
                "Previews dealing the " + Counted.of(unassigned, "open contact")
                        + " without an agent among the campaign's agents.",
                Map.of("campaignId", id, "strategy", "balanced", "dryRun", true));
    }

    /** Which of these campaigns have active agents and are not over. */
    Set<UUID> worked(Collection<UUID> ids) {
        return new TreeSet<>(sql.of(WORKED).set("campaignIds", List.copyOf(ids)).list(row -> row.uuid("campaign_id")));
    }
}
