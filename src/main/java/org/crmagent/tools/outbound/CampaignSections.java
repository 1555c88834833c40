package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.ContactState;
import org.crmagent.model.UserStatus;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** The sections of {@code get_campaign} that tell what a campaign has: contacts, templates, agents. */
@ApplicationScoped
public class CampaignSections {
    /** So that two hundred agents stay within the size of an answer. */
    private static final int LONGEST_NAME = 40;

    private static final String BY_STATE = """
            select state, sum(contacts) as contacts from campaign_contact_count
            where organization_id = :organizationId and campaign_id = :id and contacts > 0
            group by state
            """;

    private static final String TEMPLATE = """
            select id, name, status, version from script_template
            where organization_id = :organizationId and id = :id and :kind = 'script_template'
            union all
            select id, name, status, version from qualification_template
            where organization_id = :organizationId and id = :id and :kind = 'qualification_template'
            """;

    private static final String AGENTS = """
            select u.id, u.full_name, u.status,
                   coalesce((select sum(n.contacts) from campaign_contact_count n
                             where n.organization_id = a.organization_id and n.campaign_id = a.campaign_id
                               and n.assigned_agent_id = u.id and n.state = any (:open)), 0) as assigned_open
            from campaign_agent a
            join app_user u on u.organization_id = a.organization_id and u.id = a.user_id
            where a.organization_id = :organizationId and a.campaign_id = :id
            order by u.name_key, u.id
            limit 200
            """;

    @Inject
    Sql sql;

    @Inject
    Campaigns campaigns;

    /** Contacts of the campaign. */
    public record Counts(
            @Doc("All contacts.") long total,
            @Doc("Those in an open state.") long open,
            @Doc("Open ones without an agent.") long unassigned,

            @Doc(value = "Contacts by state; states without any are left out.", max = 7)
            Map<ContactState, Long> byState) {}

    /** Templates of the campaign. */
    public record Templates(
            @Doc("The call script; null where none is attached.") @Nullable
            Template script,

            @Doc("The qualification form; null where none is attached.") @Nullable
            Template qualification) {}

    /** A template. */
    public record Template(
            @Doc("Its id.") UUID id,
            @Doc(value = "Its name.", max = 200) String name,

            @Doc(value = "draft, published or archived.", max = 20)
            String status,

            @Doc("Its version.") int version) {}

    /** An agent of the campaign. */
    public record CampaignAgent(
            @Doc("The agent.") UUID id,
            @Doc(value = "Name.", max = 200) String fullName,

            @Doc("Only active agents can be assigned contacts.")
            UserStatus status,

            @Doc("Open contacts of this campaign assigned to the agent.")
            long assignedOpen) {}

    Counts counts(UUID id) {
        Map<ContactState, Long> byState = new EnumMap<>(ContactState.class);
        sql.of(BY_STATE)
                .set("id", id)
                .list(row -> byState.put(row.constant("state", ContactState.class), row.number("contacts")));
        ContactCounts counts = campaigns.counts(id);
        return new Counts(counts.total(), counts.open(), counts.unassigned(), byState);
    }

    Templates templates(CampaignView view) {
        return new Templates(
                template("script_template", view.scriptTemplate()),
                template("qualification_template", view.qualificationTemplate()));
    }

    private @Nullable Template template(String kind, @Nullable Reference reference) {
        if (reference == null) {
            return null;
        }
        return sql.of(TEMPLATE)
                .set("kind", kind)
                .set("id", reference.id())
                .one(row -> new Template(row.uuid("id"), row.cell("name"), row.text("status"), row.integer("version")));
    }

    List<CampaignAgent> agents(UUID id) {
        return sql.of(AGENTS)
                .set("id", id)
                .set("open", ContactState.OPEN)
                .list(row -> new CampaignAgent(
                        row.uuid("id"),
                        Row.cut(row.text("full_name"), LONGEST_NAME),
                        row.constant("status", UserStatus.class),
                        row.number("assigned_open")));
    }
}
