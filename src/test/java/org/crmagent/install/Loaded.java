package org.crmagent.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Server;

/** A node that may not migrate, on the database that the page about loading has filled, and what agents ask it. */
final class Loaded implements AutoCloseable {
    private static final UUID ORGANIZATION = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final String ADD = "bulk_add_contacts_to_campaign_by_filter";

    private final Server server;
    private final Api api;

    private Loaded(Server server) {
        this.server = server;
        this.api = new Api(server);
    }

    static Loaded serve(Installation installation, String user) throws InterruptedException {
        Server server = Server.start(
                Surroundings.CHECKOUT,
                installation.folder().resolve("node"),
                Server.freePort(),
                installation.login(user, "crm"),
                Surroundings.key(),
                Map.of("CRM_MIGRATE", "false"));
        Loaded node = new Loaded(server);
        try {
            server.awaitReady();
        } catch (InterruptedException | RuntimeException failure) {
            node.close();
            throw failure;
        }
        return node;
    }

    /** Contacts are found, counted and searched as they were loaded. */
    void tellsOf(int contacts, int silent) {
        assertEquals(200, api.health("/ready").status());
        Answer found = api.tool("crm_resolve_workspace", "{\"input\": {\"query\": \"ma societe\"}}");
        assertEquals(ORGANIZATION.toString(), found.output().getString("resolvedOrganizationId"), found.body());
        assertEquals(contacts, total(input().add("all", true)));
        JsonObject counted = api.tool("get_crm_workspace_overview", ORGANIZATION, JsonObject.EMPTY_JSON_OBJECT)
                .output()
                .getJsonObject("contacts");
        assertEquals(contacts, counted.getInt("total"), counted.toString());
        assertEquals(silent, counted.getInt("doNotCall"), counted.toString());
        assertEquals(0, counted.getInt("withoutPhone"), counted.toString());
        assertEquals(1, total(input().add("search", "HELENE@mail.example")));
        assertEquals(2, total(input().add("search", "0639980002")));
        assertEquals(
                contacts / 3,
                total(input().add("tagsAny", Json.createArrayBuilder().add("prospect"))));
    }

    private int total(JsonObjectBuilder filter) {
        Answer list = api.tool("list_outbound_contacts", ORGANIZATION, filter.build());
        assertEquals(200, list.status(), list.body());
        return list.envelope().getJsonObject("meta").getInt("total");
    }

    /** A new campaign. */
    String campaign() {
        Answer made = api.tool(
                "create_outbound_campaign",
                ORGANIZATION,
                input().add("name", "Reprise").build());
        assertEquals(200, made.status(), made.body());
        return made.output().getJsonObject("campaign").getString("id");
    }

    /** The token of a preview of adding everybody to a campaign. */
    String preview(String campaign) {
        Answer preview = add(campaign, "preview", input().add("dryRun", true));
        assertEquals(200, preview.status(), preview.body());
        return preview.output().getString("previewToken");
    }

    /** Adds everybody, as that preview showed. */
    Answer apply(String campaign, String previewToken) {
        return add(campaign, "apply", input().add("previewToken", previewToken));
    }

    /** Adds everybody, once. */
    Answer fill(String campaign) {
        return add(campaign, "fill", input());
    }

    private Answer add(String campaign, String requestId, JsonObjectBuilder input) {
        return api.tool(
                ADD,
                Json.createObjectBuilder()
                        .add("organizationId", ORGANIZATION.toString())
                        .add("requestId", requestId)
                        .add("input", input.add("campaignId", campaign).add("filter", input().add("all", true)))
                        .build());
    }

    private static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }

    @Override
    public void close() {
        server.close();
    }
}
