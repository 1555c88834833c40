package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.store.FreeName;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.jspecify.annotations.Nullable;

/** What a campaign is called and linked to: its unique name, and the sets kept beside its row. */
@ApplicationScoped
class CampaignLinks {

    private static final String SAME_NAME = """
            select id from campaign
            where organization_id = :organizationId and name_key = fold(btrim(:name::text)) and status <> 'archived'
              and id is distinct from :self::uuid
            """;

    private static final String ADD_AGENTS = """
            insert into campaign_agent (organization_id, campaign_id, user_id)
            select :organizationId, :id, user_id from unnest(:ids::uuid[]) as user_id order by user_id
            on conflict do nothing
            """;

    private static final String REMOVE_AGENTS = """
            delete from campaign_agent
            where organization_id = :organizationId and campaign_id = :id and user_id = any (:ids::uuid[])
            """;

    private static final String TAGS =
            "update campaign set tags = :tags::text[] where organization_id = :organizationId and id = :id";

    @Inject
    Sql sql;

    @Inject
    FreeName free;

    /** Names are unique without regard to case and accents, among campaigns that are not archived. */
    void checkName(String name, @Nullable UUID self) {
        sql.of(SAME_NAME)
                .set("name", name.strip())
                .set("self", self)
                .first(row -> row.uuid("id"))
                .ifPresent(id -> {
                    throw new Refusal(
                            ErrorCode.DUPLICATE_NAME,
                            "Another campaign has this name: choose another one, or work with " + id + ".",
                            List.of(new Violation(
                                    "/input/name",
                                    "duplicate_name",
                                    "the name is taken by " + id,
                                    free.like(name, "campaign").name())),
                            List.of(Campaigns.show(id, "Shows the campaign of that name.")));
                });
    }

    void addAgents(UUID campaignId, List<UUID> agents) {
        sql.of(ADD_AGENTS).set("id", campaignId).set("ids", agents).update();
    }

    void removeAgents(UUID campaignId, List<UUID> agents) {
        sql.of(REMOVE_AGENTS).set("id", campaignId).set("ids", agents).update();
    }

    void tag(UUID campaignId, List<String> tags) {
        sql.of(TAGS).set("id", campaignId).set("tags", tags).update();
    }
}
