package org.crmagent.store.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.CampaignStatus;
import org.crmagent.model.ContactState;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Contacts in campaigns, as far as reading scripts to them and qualifying them needs it. */
@ApplicationScoped
public class Members {

    private static final String READ = """
            select c.status, c.script_template_id, c.qualification_template_id, k.id is not null as contact_known,
                   coalesce(k.do_not_call, false) as do_not_call, k.country, m.state
            from (select 1) as one
            left join campaign c on c.organization_id = :organizationId and c.id = :campaign
            left join contact k on k.organization_id = :organizationId and k.id = :contact
            left join campaign_contact m on m.organization_id = :organizationId and m.campaign_id = c.id and m.contact_id = k.id
            """;

    private static final String TEMPLATE = """
            select qualification_template_id from campaign where organization_id = :organizationId and id = :campaign
            """;

    private static final String LOCK = """
            select state from campaign_contact
            where organization_id = :organizationId and campaign_id = :campaign and contact_id = :contact
            for no key update
            """;

    private static final String MOVE = """
            update campaign_contact set state = :state, updated_at = :now
            where organization_id = :organizationId and campaign_id = :campaign and contact_id = :contact
            """;

    private static final String PENDING = """
            select count(*) as pending from follow_up
            where organization_id = :organizationId and campaign_id = :campaign and contact_id = :contact and status = 'pending'
            """;

    @Inject
    Sql sql;

    /**
     * A contact and a campaign.
     *
     * @param campaignStatus of the campaign
     * @param scriptId the campaign's script template; null where it has none
     * @param templateId the campaign's qualification template; null where it has none
     * @param country of the contact, ISO 3166-1 alpha-2; null where it is unknown
     * @param state of the contact in the campaign; null where it is not in it
     */
    public record Member(
            CampaignStatus campaignStatus,
            @Nullable UUID scriptId,
            @Nullable UUID templateId,
            boolean doNotCall,
            @Nullable String country,
            @Nullable ContactState state) {

        /** True where nobody is called for the campaign any more. */
        public boolean over() {
            return campaignStatus == CampaignStatus.COMPLETED || campaignStatus == CampaignStatus.ARCHIVED;
        }

        /** True where the contact is in the campaign, and the campaign has a form to qualify it by. */
        public boolean qualifiable() {
            return state != null && templateId != null;
        }
    }

    private record Found(
            @Nullable CampaignStatus campaign,
            @Nullable UUID script,
            @Nullable UUID template,
            boolean contactKnown,
            boolean doNotCall,
            @Nullable String country,
            @Nullable ContactState state) {}

    /**
     * What a contact is to a campaign.
     *
     * @throws Refusal {@code not_found}, for {@code /campaignId} and {@code /contactId}, where one of them does not exist
     */
    public Member get(UUID campaign, UUID contact) {
        Found found = sql.of(READ)
                .set("campaign", campaign)
                .set("contact", contact)
                .one(row -> new Found(
                        row.constantOrNull("status", CampaignStatus.class),
                        row.uuidOrNull("script_template_id"),
                        row.uuidOrNull("qualification_template_id"),
                        row.bool("contact_known"),
                        row.bool("do_not_call"),
                        row.textOrNull("country"),
                        row.constantOrNull("state", ContactState.class)));
        Violations unknown = new Violations();
        if (found.campaign == null) {
            unknown.add("/campaignId", "not_found", "no campaign " + campaign + " exists in this organization");
        }
        if (!found.contactKnown) {
            unknown.add("/contactId", "not_found", "no contact " + contact + " exists in this organization");
        }
        unknown.refuse(ErrorCode.NOT_FOUND, "The campaign or the contact does not exist in this organization.");
        return new Member(
                Objects.requireNonNull(found.campaign),
                found.script,
                found.template,
                found.doNotCall,
                found.country,
                found.state);
    }

    /**
     * A campaign's qualification template; empty where it has none.
     *
     * @throws Refusal {@code not_found}, for {@code /campaignId}
     */
    public Optional<UUID> template(UUID campaign) {
        return sql.of(TEMPLATE)
                .set("campaign", campaign)
                .first(row -> Optional.ofNullable(row.uuidOrNull("qualification_template_id")))
                .orElseThrow(() -> Refusal.notFound("campaign", "/campaignId", campaign));
    }

    /** The refusal where a contact has to be in a campaign and is not, leading to how it could come into it. */
    public static Refusal notIn(UUID campaign, UUID contact) {
        return new Refusal(
                ErrorCode.NOT_FOUND,
                "The contact " + contact + " is not in the campaign " + campaign + ": add it first.",
                List.of(new Violation("/input/contactId", "not_found", "the contact is not in the campaign", null)),
                List.of(NextAction.of(
                        "bulk_add_contacts_to_campaign_by_filter",
                        "Shows whether the contact can be added.",
                        Map.of(
                                "campaignId",
                                campaign,
                                "filter",
                                Map.of("contactIds", List.of(contact)),
                                "dryRun",
                                true))));
    }

    /** Locks a contact in a campaign and tells its state; empty where it is not in it. */
    public Optional<ContactState> lock(UUID campaign, UUID contact) {
        return sql.of(LOCK)
                .set("campaign", campaign)
                .set("contact", contact)
                .first(row -> row.constant("state", ContactState.class));
    }

    /** Gives a locked contact another state in a campaign; the counters follow by their triggers. */
    public void move(UUID campaign, UUID contact, ContactState state, Instant now) {
        sql.of(MOVE)
                .set("campaign", campaign)
                .set("contact", contact)
                .set("state", state)
                .set("now", now)
                .update();
    }

    /** Follow-ups of a contact in a campaign that are still to be done. */
    public long pendingFollowUps(UUID campaign, UUID contact) {
        return sql.of(PENDING).set("campaign", campaign).set("contact", contact).one(row -> row.number("pending"));
    }
}
