package org.crmagent.tools.outbound;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.crmagent.tool.text.Counted;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** What is said of something that needs action, and the call that looks into it or mends it. */
record OverviewAdvice(String message, String toolName, String reason, JsonObject input) {

    static OverviewAdvice of(OverviewAttention.Code code, UUID campaign, @Nullable Long count) {
        return switch (code) {
            case CAMPAIGN_EMPTY ->
                new OverviewAdvice(
                        "The campaign is active and holds no contacts.",
                        "bulk_add_contacts_to_campaign_by_filter",
                        "Previews adding all contacts; narrow the filter, or pause the campaign until it has some.",
                        Json.createObjectBuilder()
                                .add("campaignId", campaign.toString())
                                .add("filter", Json.createObjectBuilder().add("all", true))
                                .add("dryRun", true)
                                .build());
            case CAMPAIGN_WITHOUT_SCRIPT ->
                new OverviewAdvice(
                        "The campaign is active and has no script template.",
                        "get_campaign",
                        "Shows the campaign's templates and agents; attach a published script with"
                                + " attach_campaign_templates.",
                        Json.createObjectBuilder()
                                .add("campaignId", campaign.toString())
                                .add("include", array("templates").add("agents"))
                                .build());
            case CAMPAIGN_WITHOUT_AGENTS ->
                new OverviewAdvice(
                        "The campaign is active and has no agents.",
                        "list_outbound_agents",
                        "Shows the active agents and their workloads; add some with addAgentIds of"
                                + " update_outbound_campaign.",
                        Json.createObjectBuilder()
                                .add("statuses", array("active"))
                                .add("includeWorkload", true)
                                .build());
            case OVERDUE_FOLLOW_UPS ->
                workloads(
                        campaign,
                        counted(count, "follow-up of the campaign is", "follow-ups of the campaign are") + " overdue.",
                        "whose follow-ups are overdue");
            case UNASSIGNED_CONTACTS ->
                workloads(
                        campaign,
                        counted(count, "open contact of the campaign has", "open contacts of the campaign have")
                                + " no agent.",
                        "which agents have room");
        };
    }

    private static String counted(@Nullable Long count, String one, String several) {
        return Counted.of(count == null ? 0 : count, one, several);
    }

    private static OverviewAdvice workloads(UUID campaign, String message, String what) {
        return new OverviewAdvice(
                message,
                "bulk_get_agent_workloads",
                "Shows " + what + ", counted in this campaign.",
                Json.createObjectBuilder()
                        .add("campaignIds", array(campaign.toString()))
                        .build());
    }

    private static JsonArrayBuilder array(String item) {
        return Json.createArrayBuilder().add(item);
    }
}
