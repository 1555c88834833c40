package org.crmagent.tools.outbound;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.UserStatus;
import org.crmagent.store.Query;
import org.crmagent.store.Sql;
import org.crmagent.tool.Doc;
import org.crmagent.tool.text.Counted;

/** The sections of the overview that count what the organization has. */
@Dependent
class OverviewHoldings {

    @Inject
    Sql sql;

    record Campaigns(
            @Doc("All of them.") long total,

            @Doc(value = "How many have each status.", max = 5)
            Map<CampaignStatus, Long> byStatus) {

        String summary() {
            return Counted.of(total, "campaign") + " (" + byStatus.getOrDefault(CampaignStatus.ACTIVE, 0L) + " active)";
        }
    }

    record Contacts(
            @Doc("All of them.") long total,

            @Doc("Those that must not be called.") long doNotCall,

            @Doc("Those without a telephone number in international form.")
            long withoutPhone,

            @Doc("Those in no campaign of any status.") long inNoCampaign) {

        String summary() {
            return Counted.of(total, "contact") + " (" + Counted.number(doNotCall) + " do-not-call, "
                    + Counted.number(withoutPhone) + " without a phone, " + Counted.number(inNoCampaign)
                    + " in no campaign)";
        }
    }

    record Agents(
            @Doc("All of them.") long total,

            @Doc(value = "How many have each status; only active ones can be assigned.", max = 3)
            Map<UserStatus, Long> byStatus) {

        String summary() {
            return Counted.of(total, "agent") + " (" + byStatus.getOrDefault(UserStatus.ACTIVE, 0L) + " active)";
        }
    }

    record Templates(
            @Doc("Script templates of every status.") long scripts,

            @Doc("Qualification templates of every status.") long qualifications,

            @Doc("Script templates that are published: only these can be attached.")
            long publishedScripts,

            @Doc("Qualification templates that are published: only these can be attached.")
            long publishedQualifications) {

        String summary() {
            return Counted.of(scripts, "script template") + " and "
                    + Counted.of(qualifications, "qualification template");
        }
    }

    Campaigns campaigns() {
        Map<CampaignStatus, Long> byStatus = counted(CampaignStatus.class, sql.of("""
                select status as word, count(*) as count
                from campaign
                where organization_id = :organizationId
                group by status
                """));
        return new Campaigns(total(byStatus), byStatus);
    }

    Contacts contacts() {
        return sql.of("""
                        select coalesce(sum(contacts), 0) as total,
                               coalesce(sum(do_not_call), 0) as do_not_call,
                               coalesce(sum(without_phone), 0) as without_phone,
                               coalesce(sum(contacts), 0) - (
                                   select count(*)
                                   from (
                                       select contact_id
                                       from campaign_contact
                                       where organization_id = :organizationId
                                       group by contact_id
                                   ) as member
                               ) as in_no_campaign
                        from contact_count
                        where organization_id = :organizationId
                        """)
                .one(row -> new Contacts(
                        row.number("total"),
                        row.number("do_not_call"),
                        row.number("without_phone"),
                        row.number("in_no_campaign")));
    }

    Agents agents() {
        Map<UserStatus, Long> byStatus = counted(UserStatus.class, sql.of("""
                select status as word, count(*) as count
                from app_user
                where organization_id = :organizationId and role = 'agent'
                group by status
                """));
        return new Agents(total(byStatus), byStatus);
    }

    Templates templates() {
        return sql.of("""
                        select count(*) filter (where kind = 'script') as scripts,
                               count(*) filter (where kind = 'qualification') as qualifications,
                               count(*) filter (where kind = 'script' and status = 'published') as published_scripts,
                               count(*) filter (where kind = 'qualification' and status = 'published')
                                   as published_qualifications
                        from (
                            select 'script' as kind, status
                            from script_template
                            where organization_id = :organizationId
                            union all
                            select 'qualification', status
                            from qualification_template
                            where organization_id = :organizationId
                        ) as template
                        """)
                .one(row -> new Templates(
                        row.number("scripts"),
                        row.number("qualifications"),
                        row.number("published_scripts"),
                        row.number("published_qualifications")));
    }

    /** Every word of the enumeration with its count, those that no row has with 0; rows have {@code word} and {@code count}. */
    static <E extends Enum<E>> Map<E, Long> counted(Class<E> type, Query query) {
        Map<E, Long> counts = new EnumMap<>(type);
        for (E word : type.getEnumConstants()) {
            counts.put(word, 0L);
        }
        query.list(row -> counts.put(row.constant("word", type), row.number("count")));
        return counts;
    }

    static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
