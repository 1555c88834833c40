package org.crmagent.tools.outbound;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Criteria;
import org.crmagent.tools.outbound.filter.ChosenMembers;

/**
 * The contacts of a campaign that a call means.
 *
 * @param chosen neither contacts nor filter: all
 */
record Members(UUID campaignId, ChosenMembers chosen) {

    /** Hash of a member and the state that a preview shows it in. */
    static final String PRINT = "uuid_hash_extended(m.contact_id, hashtextextended(m.state,"
            + " timestamp_hash_extended(m.updated_at at time zone 'UTC', 0)))";

    /** The clauses from and where, over {@code campaign_contact m}; their parameters are {@link #parameters}. */
    String from() {
        String contact = chosen.filter() != null && chosen.filter().needsContact()
                ? " join contact k on k.organization_id = m.organization_id and k.id = m.contact_id"
                : "";
        return "from campaign_contact m" + contact
                + "\nwhere m.organization_id = :organizationId and m.campaign_id = :campaignId"
                + criteria().sql();
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(criteria().parameters());
        parameters.put("campaignId", campaignId);
        return parameters;
    }

    private Criteria criteria() {
        Criteria criteria =
                new Criteria().and("m.contact_id = any (:memberIds::uuid[])", "memberIds", chosen.contactIds());
        if (chosen.filter() != null) {
            chosen.filter().addTo(criteria);
        }
        return criteria;
    }
}
