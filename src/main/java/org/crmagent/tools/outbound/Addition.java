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

    /**
     * Each matched contact with the first reason why it can't be added, as far as the contact alone tells. Materialized, like
     * all steps: inlined, the reasons would be looked for once for each use of them.
     */
    private static final String MATCHED = """
            with matched as materialized (
              select k.id as contact_id, %1$s as key, %2$s as filled, k.created_at, k.name_key,
                     case when m.contact_id is not null then 'alreadyInCampaign'
                          when %3$s then 'doNotCall'%4$s
                     end as reason
              from contact k
              left join campaign_contact m
                on m.organization_id = k.organization_id and m.campaign_id = :campaignId and m.contact_id = k.id
              where k.organization_id = :organizationId%5$s
            )""";

    private static final String IN_ACTIVE_CAMPAIGN = """
            exists (select from campaign_contact i
                    join campaign a on a.organization_id = i.organization_id and a.id = i.campaign_id and a.status = 'active'
                    where i.organization_id = :organizationId and i.contact_id = k.id)""";

    /**
     * Of equal keys one is kept, and none where a contact of the campaign has the key. Sorted by a hash first, because
     * numbers compare faster than texts; the key itself keeps it exact.
     */
    private static final String DEDUPLICATED = """
            , eligible as materialized (
              select contact_id, key, created_at, name_key,
                     row_number() over (partition by hashtextextended(key, 0), key order by filled desc, created_at, contact_id)
                       as place
              from matched
              where reason is null
            ), held as materialized (
              select distinct d.%1$s as key
              from contact d
              where d.organization_id = :organizationId
                and exists (select from eligible e where e.place = 1 and e.key = d.%1$s and e.contact_id <> d.id)
                and exists (select from campaign_contact h
                            where h.organization_id = :organizationId and h.campaign_id = :campaignId and h.contact_id = d.id)
            ), decided as materialized (
              select contact_id, created_at, name_key, reason from matched where reason is not null
              union all
              select e.contact_id, e.created_at, e.name_key,
                     case when e.key is not null and (e.place > 1 or held.key is not null) then 'duplicate' end
              from eligible e
              left join held on held.key = e.key
            )""";

    private static final String LIMITED = """
            , limited as materialized (
              select contact_id,
                     case when reason is null
                           and row_number() over (partition by reason is null order by %2$s) > :limit then 'overLimit'
                          else reason
                     end as reason
              from %1$s
            )""";

    private static final String PLANNED = """

            select contact_id, reason, null::uuid as owner, uuid_hash_extended(contact_id, 0) as print, null::bigint as n
            from %s""";

    /** The statement; its parameters are {@link #parameters}. */
    String sql() {
        boolean deduplicated = deduplicateBy != DuplicateKey.NONE;
        String sql = MATCHED.formatted(
                deduplicated ? "k." + deduplicateBy.column() : "null",
                deduplicated ? FILLED : "0",
                audience == Audience.BUSINESS ? "(k.do_not_call or k.call_consent = 'refused')" : "k.do_not_call",
                reasons(),
                criteria().sql());
        String last = "matched";
        if (deduplicated) {
            sql += DEDUPLICATED.formatted(deduplicateBy.column());
            last = "decided";
        }
        if (limit != null) {
            sql += LIMITED.formatted(last, order.sql());
            last = "limited";
        }
        return sql + PLANNED.formatted(last);
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
