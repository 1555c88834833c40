package org.crmagent.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Adds, assigns and removes 10,000, 100,000 and all contacts, over HTTP and in psql, in turn. */
final class BulkCalls {
    private static final int AGENTS = 50;

    private final Client client;
    private final Psql psql;
    private final String organization;
    private final Memory memory;

    /** The best times in milliseconds, by contacts and what was done. */
    private final Map<String, Double> best = new LinkedHashMap<>();

    BulkCalls(Client client, Psql psql, String organization, Memory memory) {
        this.client = client;
        this.psql = psql;
        this.organization = organization;
        this.memory = memory;
    }

    String table() {
        StringBuilder table = new StringBuilder("""
                | bulk call | contacts | HTTP, ms | psql, ms | ratio | dry run, ms | of the run | µs a contact |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """);
        int all = Integer.parseInt(
                psql.value("select count(*) from contact where organization_id = '" + organization + "'"));
        for (int contacts : new int[] {all / 100, all / 10, all}) {
            for (int round = 0; round < (contacts == all ? 2 : 3); round++) {
                byHttp(contacts);
                bySql(contacts);
            }
            for (String what : new String[] {"add", "assign", "remove"}) {
                double http = best.get(contacts + " http " + what);
                double sql = best.get(contacts + " psql " + what);
                double dry = best.get(contacts + " dry " + what);
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,.0f | %,.0f | %.2f | %,.0f | %.0f %% | %.1f |%n",
                        what,
                        contacts,
                        http,
                        sql,
                        http / sql,
                        dry,
                        100 * dry / http,
                        1000 * http / contacts));
            }
        }
        return table.append(memory(all)).append(twoAtOnce(all / 10)).toString();
    }

    /** Adds all contacts to a campaign and takes them out again. */
    void addAll() {
        String campaign = campaign();
        client.call("bulk_add_contacts_to_campaign_by_filter", add(campaign, "{\"all\":true}", false));
        empty(campaign);
    }

    /** Two equal calls at once beside one alone. */
    private String twoAtOnce(int contacts) {
        String filter = filter(contacts);
        double one = Double.MAX_VALUE;
        double two = Double.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            String alone = campaign();
            one = Math.min(
                    one,
                    client.call("bulk_add_contacts_to_campaign_by_filter", add(alone, filter, false))
                            .millis());
            empty(alone);
            String both = campaign();
            long from = System.nanoTime();
            CompletableFuture<Client.Timed> other = CompletableFuture.supplyAsync(
                    () -> client.call("bulk_add_contacts_to_campaign_by_filter", add(both, filter, false)));
            client.call("bulk_add_contacts_to_campaign_by_filter", add(both, filter, false));
            other.join();
            two = Math.min(two, (System.nanoTime() - from) / 1e6);
            empty(both);
        }
        return String.format(
                Locale.ROOT,
                "Two equal calls at once that add %,d contacts: %,.0f ms for both, %.2f of one alone (goal 1.2).%n%n",
                contacts,
                two,
                two / one);
    }

    private void empty(String campaign) {
        client.call(
                "bulk_remove_contacts_from_campaign",
                remove(campaign, "\"confirm\":true,\"expectedCount\":" + members(campaign)));
        tidy(campaign);
    }

    /** Live heap while all contacts are added, above what it is when idle. */
    private String memory(int all) {
        String campaign = campaign();
        String filter = filter(all);
        double idle = memory.liveHeap();
        double most = memory.mostDuring(
                () -> client.call("bulk_add_contacts_to_campaign_by_filter", add(campaign, filter, false)));
        String line = String.format(
                Locale.ROOT,
                "%nLive heap while %,d contacts are added: %.0f MB, %.0f MB when idle; resident memory of the server: %d MB.%n%n",
                all,
                most,
                idle,
                memory.resident());
        empty(campaign);
        return line;
    }

    private void byHttp(int contacts) {
        String campaign = campaign();
        String filter = filter(contacts);
        keep(
                contacts + " dry add",
                client.call("bulk_add_contacts_to_campaign_by_filter", add(campaign, filter, true))
                        .millis());
        keep(
                contacts + " http add",
                client.call("bulk_add_contacts_to_campaign_by_filter", add(campaign, filter, false))
                        .millis());
        String assign = "{\"campaignId\":\"" + campaign + "\",\"strategy\":\"round_robin\",";
        keep(
                contacts + " dry assign",
                client.call("bulk_assign_campaign_contacts", assign + "\"dryRun\":true}")
                        .millis());
        keep(
                contacts + " http assign",
                client.call("bulk_assign_campaign_contacts", assign + "\"confirm\":true}")
                        .millis());
        followUps(campaign);
        keep(
                contacts + " dry remove",
                client.call("bulk_remove_contacts_from_campaign", remove(campaign, "\"dryRun\":true"))
                        .millis());
        keep(
                contacts + " http remove",
                client.call(
                                "bulk_remove_contacts_from_campaign",
                                remove(campaign, "\"confirm\":true,\"expectedCount\":" + members(campaign)))
                        .millis());
        tidy(campaign);
    }

    private void bySql(int contacts) {
        String campaign = campaign();
        BestSql sql = new BestSql(organization, campaign, before(contacts));
        keep(contacts + " psql add", psql.time(sql.add()));
        keep(contacts + " psql assign", psql.time(sql.assign()));
        followUps(campaign);
        keep(contacts + " psql remove", psql.time(sql.remove()));
        tidy(campaign);
    }

    private void keep(String what, double millis) {
        System.out.printf(Locale.ROOT, "%s: %,.0f ms%n", what, millis);
        best.merge(what, millis, Math::min);
    }

    /** A new campaign with agents. */
    private String campaign() {
        String id = UUID.randomUUID().toString();
        psql.value("insert into campaign (organization_id, id, name, status) values ('" + organization + "', '" + id
                + "', 'Bench " + id + "', 'active')");
        psql.value("insert into campaign_agent (organization_id, campaign_id, user_id) select organization_id, '" + id
                + "', id from app_user where organization_id = '" + organization
                + "' and role = 'agent' and status = 'active' order by id limit " + AGENTS);
        return id;
    }

    /** A third of the contacts is to be called again. */
    private void followUps(String campaign) {
        psql.value(
                "insert into follow_up (organization_id, campaign_id, contact_id, due_at) select organization_id, campaign_id, contact_id,"
                        + " now() from campaign_contact where organization_id = '" + organization
                        + "' and campaign_id = '" + campaign
                        + "' and abs(hashtext(contact_id::text)) % 3 = 0");
        psql.value("analyze follow_up");
    }

    private void tidy(String campaign) {
        psql.value("delete from follow_up where organization_id = '" + organization + "' and campaign_id = '" + campaign
                + "'");
        psql.value("delete from campaign_agent where organization_id = '" + organization + "' and campaign_id = '"
                + campaign + "'");
        psql.value("vacuum analyze campaign_contact");
        psql.value("vacuum follow_up");
    }

    private String members(String campaign) {
        return psql.value("select count(*) from campaign_contact where organization_id = '" + organization
                + "' and campaign_id = '" + campaign + "'");
    }

    private String before(int contacts) {
        return psql.value("select coalesce((select created_at from contact where organization_id = '" + organization
                + "' order by created_at, id offset " + contacts + " limit 1), 'infinity')");
    }

    private String filter(int contacts) {
        String before = before(contacts);
        return before.equals("infinity")
                ? "{\"all\":true}"
                : "{\"createdBefore\":\"" + before.replace(' ', 'T').replaceAll("([+-]\\d\\d)$", "$1:00") + "\"}";
    }

    private static String add(String campaign, String filter, boolean dry) {
        return "{\"campaignId\":\"" + campaign + "\",\"filter\":" + filter + ",\"dryRun\":" + dry + "}";
    }

    private static String remove(String campaign, String controls) {
        return "{\"campaignId\":\"" + campaign + "\",\"all\":true," + controls + "}";
    }
}
