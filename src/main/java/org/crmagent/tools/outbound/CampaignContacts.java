package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.Audience;
import org.crmagent.model.CallConsent;
import org.crmagent.model.CallOutcome;
import org.crmagent.model.ContactState;
import org.crmagent.model.Detail;
import org.crmagent.model.calling.Callability;
import org.crmagent.model.calling.CallingContact;
import org.crmagent.model.calling.ConsumerRules;
import org.crmagent.model.calling.NotCallableReason;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.store.Sql;

/** Reads contacts of one campaign, with how they stand in it and whether they may be called. */
@ApplicationScoped
class CampaignContacts {

    /** Of calls in all campaigns, detached ones too, the two moments that the law on calls to consumers needs. */
    private static final String CALLS = """
            , case when :consumers then
                (select l.started_at from call_log l
                 where l.organization_id = :organizationId and l.contact_id = m.contact_id
                 order by l.started_at desc offset :callLimit - 1 limit 1) end as limiting_call_at
            , case when :consumers then
                (select max(l.started_at) from call_log l
                 where l.organization_id = :organizationId and l.contact_id = m.contact_id
                   and l.started_at > :refusalsCountAfter and l.outcome = 'refused') end as last_refused_at
            """;

    private static final String ROWS =
            "select " + ContactView.COLUMNS + ", " + CampaignContactView.COLUMNS + CALLS + """
            from campaign_contact m
            join contact k on k.organization_id = m.organization_id and k.id = m.contact_id
            left join app_user a on a.organization_id = m.organization_id and a.id = m.assigned_agent_id
            where m.organization_id = :organizationId and m.campaign_id = :campaignId and m.contact_id = any (:ids::uuid[])
            order by array_position(:ids::uuid[], m.contact_id)
            """;

    @Inject
    Sql sql;

    @Inject
    ConsumerRules consumerRules;

    /**
     * The contacts in the order of their ids; one that left the campaign meanwhile is left out.
     *
     * @param space bytes of JSON that a row may take
     */
    List<ListedContact> rows(CampaignView campaign, List<UUID> ids, Detail detail, int space, Instant now) {
        Callability callability = new Callability(campaign.calling(), consumerRules, now);
        return sql.of(ROWS)
                .set("campaignId", campaign.id())
                .set("ids", ids)
                .set("consumers", campaign.audience() == Audience.CONSUMER)
                .set("callLimit", consumerRules.callLimit())
                .set("refusalsCountAfter", consumerRules.refusalsCountAfter(now))
                .list(row -> row(row, callability.reasons(calling(row)), detail, space));
    }

    private static ListedContact row(Row row, List<NotCallableReason> reasons, Detail detail, int space) {
        int fixed = ContactView.fixedBytes(detail) + CampaignContactView.fixedBytes(detail, reasons);
        RowSpace left = new RowSpace(space - fixed);
        CampaignContactView member = CampaignContactView.of(row, reasons, detail, left);
        return new ListedContact(
                ContactView.of(row, detail, left), Optional.of(member), Optional.empty(), Optional.empty());
    }

    private static CallingContact calling(Row row) {
        return new CallingContact(
                row.constant("state", ContactState.class),
                row.integer("attempts"),
                row.instantOrNull("last_call_at"),
                row.constantOrNull("last_outcome", CallOutcome.class),
                row.instantOrNull("next_follow_up_at"),
                row.bool("do_not_call"),
                row.textOrNull("phone_e164") != null,
                row.constant("call_consent", CallConsent.class),
                row.instantOrNull("call_consent_at"),
                row.textOrNull("contact_timezone"),
                row.instantOrNull("limiting_call_at"),
                row.instantOrNull("last_refused_at"));
    }
}
