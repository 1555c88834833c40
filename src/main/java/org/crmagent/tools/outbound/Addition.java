package org.crmagent.tools.outbound;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.Audience;
import org.crmagent.model.LegalBasis;
import org.crmagent.store.Criteria;
import org.crmagent.tools.outbound.filter.ContactFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whom a call wants to add to a campaign. It becomes the one statement that decides who is added and why the others are not;
 * the analysis of an import asks it too, so that it promises just what adding then does.
 *
 * @param consentSince from when on a consumer's consent must date
 * @param limit null: no limit
 */
record Addition(
        UUID campaignId,
        Audience audience,
        @Nullable LegalBasis legalBasis,
        Instant consentSince,
        ContactFilter filter,
        AddingOrder order,
        DuplicateKey deduplicateBy,
        boolean skipIfInActiveCampaign,
        boolean requirePhone,
        @Nullable Integer limit) {

    /** How complete a contact is: of duplicates the most complete is kept, then the oldest. */
    static final String FILLED = """
            num_nonnulls(nullif(k.first_name, ''), nullif(k.last_name, ''), nullif(k.company, ''), nullif(k.job_title, ''),
                         nullif(k.email, ''), k.phone_e164, nullif(k.city, ''), nullif(k.postal_code, ''))""";

    /** Each matched contact with the first reason why it can't be added, as far as the contact alone tells. */
    private static final String CANDIDATES = """
            select k.id as contact_id, %1$s as key, %2$s as filled, k.created_at, k.name_key,
                   case when m.contact_id is not null then 'alreadyInCampaign'
                        when %3$s then 'doNotCall'%4$s
                   end as reason
            from contact k
            left join campaign_contact m
              on m.organization_id = k.organization_id and m.campaign_id = :campaignId and m.contact_id = k.id
            where k.organization_id = :organizationId%5$s""";

    private static final String IN_ACTIVE_CAMPAIGN = """
            exists (select from campaign_contact i
                    join campaign a on a.organization_id = i.organization_id and a.id = i.campaign_id and a.status = 'active'
                    where i.organization_id = :organizationId and i.contact_id = k.id)""";

    /** Of equal keys one is kept, and none where a contact of the campaign has the key. */
    private static final String DEDUPLICATED = """
            select contact_id, created_at, name_key,
                   case when reason is not null or key is null then reason
                        when exists (select from contact d
                                     join campaign_contact dm
                                       on dm.organization_id = d.organization_id and dm.contact_id = d.id
                                      and dm.campaign_id = :campaignId
                                     where d.organization_id = :organizationId and d.%2$s = key) then 'duplicate'
                        when row_number() over (partition by key, reason is null
                                                order by filled desc, created_at, contact_id) > 1 then 'duplicate'
                   end as reason
            from (%1$s) candidate""";

    private static final String LIMITED = """
            select contact_id,
                   case when reason is null
                         and row_number() over (partition by reason is null order by %2$s) > :limit then 'overLimit'
                        else reason
                   end as reason
            from (%1$s) eligible""";

    private static final String PLANNED = """
            select contact_id, reason, null::uuid as owner, uuid_hash_extended(contact_id, 0) as print, null::bigint as n
            from (%s) decided""";

    /** The statement; its parameters are {@link #parameters}. */
    String sql() {
        boolean deduplicated = deduplicateBy != DuplicateKey.NONE;
        String sql = CANDIDATES.formatted(
                deduplicated ? "k." + deduplicateBy.column() : "null",
                deduplicated ? FILLED : "0",
                audience == Audience.BUSINESS ? "(k.do_not_call or k.call_consent = 'refused')" : "k.do_not_call",
                reasons(),
                criteria().sql());
        if (deduplicated) {
            sql = DEDUPLICATED.formatted(sql, deduplicateBy.column());
        }
        if (limit != null) {
            sql = LIMITED.formatted(sql, order.sql());
        }
        return PLANNED.formatted(sql);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(criteria().parameters());
        parameters.put("campaignId", campaignId);
        parameters.put("consentSince", consentSince);
        if (limit != null) {
            parameters.put("limit", limit);
        }
        return parameters;
    }

    /** Those that only some calls ask for, in the order in which they are told. */
    private String reasons() {
        StringBuilder reasons = new StringBuilder();
        if (audience == Audience.CONSUMER) {
            reason(
                    reasons,
                    legalBasis == LegalBasis.EXISTING_CONTRACT
                            ? "k.call_consent = 'refused'"
                            : "k.call_consent <> 'granted' or k.call_consent_at is null or k.call_consent_at < :consentSince",
                    "consentMissing");
        }
        if (requirePhone) {
            reason(reasons, "k.phone_e164 is null", "withoutPhone");
        }
        if (skipIfInActiveCampaign) {
            reason(reasons, IN_ACTIVE_CAMPAIGN, "inActiveCampaign");
        }
        return reasons.toString();
    }

    private static void reason(StringBuilder reasons, String condition, String name) {
        reasons.append("\nwhen ")
                .append(condition)
                .append(" then '")
                .append(name)
                .append('\'');
    }

    private Criteria criteria() {
        Criteria criteria = new Criteria();
        filter.addTo(criteria);
        return criteria;
    }
}
