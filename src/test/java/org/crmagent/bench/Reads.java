package org.crmagent.bench;

import jakarta.json.JsonObject;
import java.util.Locale;

/** Times the tools that read, as callers see them, beside the best SQL in {@code psql}, in turn, and their goals. */
final class Reads {
    private static final int TIMES = 5;

    /** What a list is sorted by, and how its query is titled. */
    private static final String[][] SORTS = {
        {"name", "by name"},
        {"-addedAt", "newest"},
        {"-priority", "priority"},
        {"nextFollowUp", "next follow-up"},
        {"-lastCall", "last call"}
    };

    private final Client client;
    private final Psql psql;
    private final Queries queries;
    private final String organization;
    private final StringBuilder table = new StringBuilder("""
            | read, best of %d | HTTP, ms | psql, ms | goal, ms |
            |---|--:|--:|--:|
            """.formatted(TIMES));

    Reads(Client client, Psql psql, Queries queries, String organization) {
        this.client = client;
        this.psql = psql;
        this.queries = queries;
        this.organization = organization;
    }

    /** On vacuumed tables, as they are some minutes after a change of a million rows. */
    String table() {
        psql.value("vacuum analyze");
        String largest = psql.value("select campaign_id from campaign_contact_count where organization_id = '"
                + organization + "' group by 1 order by sum(contacts) desc limit 1");
        String fifty = psql.value(
                "select json_agg(id) from (select campaign_id as id from campaign_contact_count where organization_id = '"
                        + organization + "' group by 1 order by sum(contacts) desc limit 50) largest");
        String folder = psql.value("select id from import_folder where organization_id = '" + organization
                + "' order by row_count desc limit 1");
        row(
                "counts of 200 campaigns by state",
                50,
                "bulk_get_campaign_contact_counts",
                "{}",
                "bulk_get_campaign_contact_counts: all campaigns by state");
        row(
                "overlap of 50 campaigns",
                500,
                "get_campaign_contact_overlap",
                "{\"campaignIds\":" + fifty + "}",
                "get_campaign_contact_overlap");
        row(
                "contacts in two or more of 50 campaigns, with their total",
                1000,
                "find_contacts_in_multiple_campaigns",
                "{\"campaignIds\":" + fifty + ",\"minCampaigns\":2,\"page\":1}",
                "find_contacts_in_multiple_campaigns: first page");
        row(
                "duplicates of an import of a tenth against all",
                800,
                "analyze_import_contact_deduplication",
                "{\"importFolderId\":\"" + folder + "\",\"sampleSize\":0}",
                "analyze_import_contact_deduplication: matches by three keys");
        for (String[] sort : SORTS) {
            row(
                    "a cursor page of the largest campaign, sort " + sort[0],
                    20,
                    "list_outbound_contacts",
                    cursor("\"campaignId\":\"" + largest + "\",\"sort\":\"" + sort[0] + "\""),
                    "list_outbound_contacts in a campaign: " + sort[1] + ", deep cursor",
                    "list_outbound_contacts in a campaign: the rows of a page");
        }
        row(
                "a cursor page of all contacts",
                20,
                "list_outbound_contacts",
                cursor("\"sort\":\"name\""),
                "list_outbound_contacts: by name, deep cursor",
                "list_outbound_contacts: the rows of a page, with their campaigns");
        row(
                "overview without contacts",
                100,
                "get_crm_workspace_overview",
                """
                {"include":["organization","modules","campaigns","agents","followUps","calls","templates","imports","attention"]}""",
                "get_crm_workspace_overview: campaigns by status",
                "get_crm_workspace_overview: follow-ups",
                "get_crm_workspace_overview: calls",
                "get_crm_workspace_overview: active campaigns",
                "get_crm_workspace_overview: latest imports");
        row(
                "overview's contacts, inNoCampaign among them",
                600,
                "get_crm_workspace_overview",
                "{\"include\":[\"contacts\"]}",
                "get_crm_workspace_overview: contacts in no campaign");
        row("workloads of all active agents", 250, "bulk_get_agent_workloads", "{}", "bulk_get_agent_workloads");
        return table.toString();
    }

    /** The input of a page some pages down, or of the last but one where there are fewer. */
    private String cursor(String input) {
        String page = "{" + input + "}";
        for (int i = 0; i < 4; i++) {
            JsonObject output = client.call("list_outbound_contacts", page).output();
            if (output.isNull("nextCursor")) {
                break;
            }
            page = "{" + input + ",\"cursor\":\"" + output.getString("nextCursor") + "\"}";
        }
        return page;
    }

    private void row(String what, int goal, String tool, String input, String... titles) {
        String statements = queries.of(titles);
        double millis = Double.MAX_VALUE;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            millis = Math.min(millis, client.best(1, tool, input));
            best = Math.min(best, psql.time(queries.before(), statements));
        }
        table.append(String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %d%s |%n",
                what,
                millis,
                best,
                goal,
                millis > goal ? ", missed" : ""));
        System.out.printf(Locale.ROOT, "%s: %.0f ms, psql %.0f%n", what, millis, best);
    }
}
