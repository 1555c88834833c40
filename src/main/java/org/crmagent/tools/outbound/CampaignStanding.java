package org.crmagent.tools.outbound;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.crmagent.model.ContactState;
import org.crmagent.store.TextLevel;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** How a contact stands in one of several campaigns. */
public record CampaignStanding(
        @Doc("The campaign.") UUID campaignId,

        @Doc(value = "Its name; long ones are cut where a page is full.", max = 120)
        String name,

        @Doc("State in it.") ContactState state,

        @Doc("The agent; null where nobody is assigned.") @Nullable
        AgentReference assignedAgent,

        @Doc("The last call in this campaign; null where there was none.") @Nullable
        Instant lastCallAt) {

    /** A JSON object of a {@code campaign_contact m} with {@code campaign c} and {@code app_user a}. */
    static final String JSON = """
            json_build_object('campaignId', c.id, 'name', c.name, 'state', m.state, 'agentId', a.id,
                              'agentName', a.full_name, 'lastCallAt', m.last_call_at)
            """;

    private static final int FIXED_BYTES = 112;
    private static final int BYTES_OF_AGENT = 52;
    private static final int BYTES_OF_CALL = 25;

    /** With names as they are, an agent's cut at its own bound. */
    static CampaignStanding of(JsonObject json) {
        return new CampaignStanding(
                UUID.fromString(json.getString("campaignId")),
                json.getString("name"),
                ContactState.valueOf(json.getString("state").toUpperCase(Locale.ROOT)),
                json.isNull("agentId")
                        ? null
                        : AgentReference.of(UUID.fromString(json.getString("agentId")), json.getString("agentName")),
                json.isNull("lastCallAt")
                        ? null
                        : OffsetDateTime.parse(json.getString("lastCallAt")).toInstant());
    }

    /** Bytes of JSON without names. */
    int bytes() {
        return FIXED_BYTES
                + state.name().length()
                + (assignedAgent == null ? 0 : BYTES_OF_AGENT)
                + (lastCallAt == null ? 0 : BYTES_OF_CALL);
    }

    Stream<String> names() {
        return assignedAgent == null ? Stream.of(name) : Stream.of(name, assignedAgent.fullName());
    }

    CampaignStanding cut(TextLevel level) {
        return new CampaignStanding(
                campaignId,
                level.cut(name),
                state,
                assignedAgent == null
                        ? null
                        : new AgentReference(assignedAgent.id(), level.cut(assignedAgent.fullName())),
                lastCallAt);
    }
}
