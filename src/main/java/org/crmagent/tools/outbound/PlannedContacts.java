package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.Audience;
import org.crmagent.model.ContactState;
import org.crmagent.store.Sql;
import org.jspecify.annotations.Nullable;

/** Adds the contacts that {@link Decisions} has planned to a campaign, or gives those of it other agents. */
@ApplicationScoped
class PlannedContacts {

    /** Whoever refused calls since the plan is not added, whatever the campaign's audience. */
    private static final String INSERT = """
            insert into campaign_contact
              (organization_id, campaign_id, contact_id, priority, assigned_agent_id, assigned_at, added_at, updated_at)
            select :organizationId, :campaignId, p.contact_id, :priority, p.agent_id,
                   case when p.agent_id is not null then :now::timestamptz end, :now, :now
            from (%s) p
            where not exists (select from contact k
                              where k.organization_id = :organizationId and k.id = p.contact_id
                                and (k.do_not_call or k.call_consent = 'refused'))
            order by p.contact_id
            """;

    private static final String ALL = "select contact_id, null::uuid as agent_id from planned where reason is null";

    private static final String DEALT = """
            select n.contact_id, t.agent_id
            from (select contact_id, row_number() over (order by contact_id) as n from planned where reason is null) n
            left join (%s) t on t.n = n.n""".formatted(Deal.TURNS);

    /**
     * In the order of the key, which is cheaper than in the order of turns. Who became do-not-call or was closed since the
     * plan gets nobody.
     */
    private static final String ASSIGN = """
            update campaign_contact m
            set assigned_agent_id = p.agent_id, assigned_at = :now, updated_at = :now
            from (select p.contact_id, t.agent_id
                  from planned p
                  join (%1$s) t on t.n = p.n
                  where p.reason is null
                    and not exists (select from contact d
                                    where d.organization_id = :organizationId and d.id = p.contact_id and (%2$s))
                  order by p.contact_id
                  offset 0) p
            where m.organization_id = :organizationId and m.campaign_id = :campaignId and m.contact_id = p.contact_id
              and m.state = any (:open)
            """;

    private static final String UNASSIGN = """
            update campaign_contact m
            set assigned_agent_id = null, assigned_at = null, updated_at = :now
            from planned p
            where m.organization_id = :organizationId and m.campaign_id = :campaignId and m.contact_id = p.contact_id
              and p.reason is null
            """;

    @Inject
    Sql sql;

    /**
     * Adds them.
     *
     * @param deal who gets them; null: nobody
     */
    long add(UUID campaignId, int priority, @Nullable Deal deal, Instant now) {
        return sql.of(INSERT.formatted(deal == null ? ALL : DEALT))
                .set("campaignId", campaignId)
                .set("priority", priority)
                .set("now", now)
                .setAll(deal == null ? Map.of() : deal.parameters())
                .update();
    }

    /** Deals them out. */
    long assign(UUID campaignId, Audience audience, Deal deal, Instant now) {
        return sql.of(ASSIGN.formatted(Deal.TURNS, Assignment.never(audience)))
                .set("campaignId", campaignId)
                .set("open", ContactState.OPEN)
                .set("now", now)
                .setAll(deal.parameters())
                .update();
    }

    /** Takes their agents away. */
    long unassign(UUID campaignId, Instant now) {
        return sql.of(UNASSIGN).set("campaignId", campaignId).set("now", now).update();
    }
}
