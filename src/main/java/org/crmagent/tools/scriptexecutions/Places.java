package org.crmagent.tools.scriptexecutions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.crmagent.model.CampaignStatus;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** A contact and a campaign, as far as it matters to a script execution. */
@ApplicationScoped
class Places {

    private static final String READ = """
            select c.status, c.script_template_id, k.id is not null as contact_known, coalesce(k.do_not_call, false) as do_not_call,
                   m.contact_id is not null as member
            from (select 1) as one
            left join campaign c on c.organization_id = :organizationId and c.id = :campaign
            left join contact k on k.organization_id = :organizationId and k.id = :contact
            left join campaign_contact m on m.organization_id = :organizationId and m.campaign_id = c.id and m.contact_id = k.id
            """;

    @Inject
    Sql sql;

    /**
     * What both are to each other.
     *
     * @param script of the campaign; null where it has none
     * @param member true where the contact is in the campaign
     */
    record Place(CampaignStatus status, @Nullable UUID script, boolean doNotCall, boolean member) {
        /** True where a script can be read to the contact in this campaign from now on. */
        boolean takesExecutions() {
            return member && script != null && !ended();
        }

        /** True where nobody is called any more. */
        boolean ended() {
            return status == CampaignStatus.COMPLETED || status == CampaignStatus.ARCHIVED;
        }
    }

    private record Found(
            @Nullable CampaignStatus status,
            @Nullable UUID script,
            boolean contactKnown,
            boolean doNotCall,
            boolean member) {}

    /** Refuses with {@code not_found} where one of them does not exist. */
    Place get(ChosenExecution.Place asked) {
        Found found = sql.of(READ)
                .set("campaign", asked.campaign())
                .set("contact", asked.contact())
                .one(row -> new Found(
                        row.constantOrNull("status", CampaignStatus.class),
                        row.uuidOrNull("script_template_id"),
                        row.bool("contact_known"),
                        row.bool("do_not_call"),
                        row.bool("member")));
        Violations unknown = new Violations();
        CampaignStatus status = found.status;
        if (status == null) {
            unknown.add("/campaignId", "not_found", "no campaign " + asked.campaign() + " exists in this organization");
        }
        if (!found.contactKnown) {
            unknown.add("/contactId", "not_found", "no contact " + asked.contact() + " exists in this organization");
        }
        if (status == null || !found.contactKnown) {
            throw new Refusal(
                    ErrorCode.NOT_FOUND,
                    unknown.found().size() == 1
                            ? "Nothing was found: " + unknown.found().get(0).message() + "."
                            : "Neither the campaign nor the contact exists in this organization.",
                    unknown.found());
        }
        return new Place(status, found.script, found.doNotCall, found.member);
    }
}
