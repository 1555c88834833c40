package org.crmagent.bench;

import jakarta.json.JsonObject;
import java.util.Locale;

/** Times the tools that read, as callers see them, beside their goals. */
final class Reads {
    private static final int TIMES = 5;

    private final Client client;
    private final Psql psql;
    private final String organization;
    private final StringBuilder table = new StringBuilder("""
            | read over HTTP, best of %d | ms | goal, ms |
            |---|--:|--:|
            """.formatted(TIMES));

    Reads(Client client, Psql psql, String organization) {
        this.client = client;
        this.psql = psql;
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
        row("counts of 200 campaigns by state", 50, "bulk_get_campaign_contact_counts", "{}");
        row("overlap of 50 campaigns", 500, "get_campaign_contact_overlap", "{\"campaignIds\":" + fifty + "}");
        row(
                "contacts in five or more of 50 campaigns, by cursor",
                1000,
                "find_contacts_in_multiple_campaigns",
                cursor("find_contacts_in_multiple_campaigns", "\"campaignIds\":" + fifty + ",\"minCampaigns\":5"));
        row(
                "duplicates of an import of a tenth against all",
                800,
                "analyze_import_contact_deduplication",
                "{\"importFolderId\":\"" + folder + "\",\"sampleSize\":0}");
        for (String sort : new String[] {"name", "-addedAt", "-priority", "nextFollowUp", "-lastCall"}) {
            row(
                    "a cursor page of the largest campaign, sort " + sort,
                    20,
                    "list_outbound_contacts",
                    cursor("list_outbound_contacts", "\"campaignId\":\"" + largest + "\",\"sort\":\"" + sort + "\""));
        }
        row(
                "a cursor page of all contacts",
                20,
                "list_outbound_contacts",
                cursor("list_outbound_contacts", "\"sort\":\"name\""));
        row(
                "first page of the largest campaign with its total",
                50,
                "list_outbound_contacts",
                "{\"campaignId\":\"" + largest + "\"}");
        row("overview without contacts", 100, "get_crm_workspace_overview", """
                {"include":["organization","modules","campaigns","agents","followUps","calls","templates","imports","attention"]}""");
        row(
                "overview's contacts, inNoCampaign among them",
                600,
                "get_crm_workspace_overview",
                "{\"include\":[\"contacts\"]}");
        row("workloads of all active agents", 250, "bulk_get_agent_workloads", "{}");
        return table.toString();
    }

    /** The input of a page some pages down, or of the last but one where there are fewer. */
    private String cursor(String tool, String input) {
        String page = "{" + input + ",\"perPage\":100}";
        for (int i = 0; i < 4; i++) {
            JsonObject output = client.call(tool, page).output();
            if (output.isNull("nextCursor")) {
                break;
            }
            page = "{" + input + ",\"perPage\":100,\"cursor\":\"" + output.getString("nextCursor") + "\"}";
        }
        return page;
    }

    private void row(String what, int goal, String tool, String input) {
        double millis = client.best(TIMES, tool, input);
        table.append(String.format(
                Locale.ROOT, "| %s | %.0f | %d%s |%n", what, millis, goal, millis > goal ? ", missed" : ""));
        System.out.printf(Locale.ROOT, "%s: %.0f ms%n", what, millis);
    }
}
