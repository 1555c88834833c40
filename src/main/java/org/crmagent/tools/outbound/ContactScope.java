package org.crmagent.tools.outbound;

import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Criteria;
import org.crmagent.tools.outbound.filter.ContactCriteria;
import org.crmagent.tools.outbound.filter.MemberCriteria;
import org.jspecify.annotations.Nullable;

/** Which contacts a list shows: {@code contact k} of the CRM, or {@code campaign_contact m} of one campaign. */
final class ContactScope {
    private static final String CONTACT =
            " join contact k on k.organization_id = m.organization_id and k.id = m.contact_id";

    /** The earliest pending follow-up of each; of two due at once the one with the lower id. */
    private static final String NEXT_FOLLOW_UP = """
            from follow_up f
            join campaign_contact m
              on m.organization_id = f.organization_id and m.campaign_id = f.campaign_id and m.contact_id = f.contact_id%s
            where f.organization_id = :organizationId and f.campaign_id = :campaignId and f.status = 'pending'
              and not exists (select from follow_up e
                              where e.organization_id = :organizationId and e.contact_id = f.contact_id
                                and e.campaign_id = f.campaign_id and e.status = 'pending'
                                and (e.due_at, e.id) < (f.due_at, f.id))""";

    private static final String NO_FOLLOW_UP = """

              and not exists (select from follow_up e
                              where e.organization_id = :organizationId and e.contact_id = m.contact_id
                                and e.campaign_id = m.campaign_id and e.status = 'pending')""";

    private final @Nullable UUID campaignId;
    private final ContactCriteria contact;
    private final MemberCriteria member;
    private final Criteria criteria = new Criteria();

    ContactScope(@Nullable UUID campaignId, ContactCriteria contact, MemberCriteria member) {
        this.campaignId = campaignId;
        this.contact = contact;
        this.member = member;
        criteria.and("m.campaign_id = :campaignId", "campaignId", campaignId);
        member.addTo(criteria);
        contact.addTo(criteria);
    }

    boolean inCampaign() {
        return campaignId != null;
    }

    /** True when counters know how many contacts there are. */
    boolean counted() {
        return contact.isEmpty() && (campaignId == null || member.onlyStateAndAgent());
    }

    /** All contacts of the scope. */
    String all() {
        return inCampaign()
                ? members(!contact.isEmpty())
                : "from contact k where k.organization_id = :organizationId" + sql();
    }

    /** All contacts of the campaign, with the contact's own columns. */
    String allWithContact() {
        return members(true);
    }

    /**
     * The same, as contacts that are found in the hashed set of the campaign's: {@code is true} keeps the planner from making
     * a join of it. Walking the contacts in their order then costs next to nothing for those outside the campaign.
     */
    String hashed() {
        return "from contact k where k.organization_id = :organizationId and (k.id in (select m.contact_id "
                + members(false) + ")) is true";
    }

    String withFollowUp() {
        return NEXT_FOLLOW_UP.formatted(contact.isEmpty() ? "" : CONTACT) + sql();
    }

    String withoutFollowUp() {
        return all() + NO_FOLLOW_UP;
    }

    /** The counters of the campaign's contacts; only where {@link #counted}. */
    String counters() {
        return "from campaign_contact_count m where m.organization_id = :organizationId" + sql();
    }

    Map<String, Object> parameters() {
        return criteria.parameters();
    }

    /** The same for equal scopes only. */
    String name() {
        return criteria.name();
    }

    private String members(boolean withContact) {
        return "from campaign_contact m" + (withContact ? CONTACT : "") + " where m.organization_id = :organizationId"
                + sql();
    }

    private String sql() {
        return criteria.sql().stripTrailing();
    }
}
