package org.crmagent.tools.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers stay within their sizes where an organization has more agents than one holds, with the longest names. */
class ManyAgentsIT extends OverHttp {
    private static final int AGENTS = 201;

    private final UUID organization = UUID.randomUUID();

    @BeforeEach
    void hire() throws SQLException {
        Database.value(
                "insert into organization (id, slug, name, owner_email, owner_name) values (?, ?, 'Foule', 'f@foule.example', 'F')"
                        + " returning id",
                organization,
                "foule-" + organization);
        Database.value(
                "insert into organization_module (organization_id, module) values (?, 'outbound') returning 1",
                organization);
        Database.value("""
                with hired as (
                    insert into app_user (organization_id, email, full_name, role, daily_capacity)
                    select ?, repeat('m', 190) || n || '@foule.example', repeat('é', 197) || n, 'agent', 40
                    from generate_series(1, ?) n
                    returning id),
                held as (
                    insert into campaign (organization_id, name) values (?, 'Foule') returning id),
                known as (
                    insert into contact (organization_id, last_name)
                    select ?, s from unnest(array['to_call', 'in_progress', 'follow_up', 'qualified', 'disqualified',
                                                  'unreachable', 'closed']) s
                    cross join hired
                    returning id, last_name),
                numbered as (
                    select id, last_name, row_number() over (partition by last_name order by id) as n from known)
                insert into campaign_contact (organization_id, campaign_id, contact_id, state, assigned_agent_id)
                select ?, held.id, k.id, k.last_name, a.id
                from held, numbered k
                join (select id, row_number() over (order by id) as n from hired) a using (n)
                returning 1
                """, organization, AGENTS, organization, organization, organization);
    }

    @AfterEach
    void leave() throws SQLException {
        Database.value("delete from organization where id = ? returning 1", organization);
    }

    @Test
    void tellsTwoHundredAndThatThereAreMore() {
        Answer answer = api.tool("bulk_get_agent_workloads", organization, JsonObject.EMPTY_JSON_OBJECT);
        assertEquals(200, answer.status(), answer.body());
        JsonObject first = answer.output().getJsonArray("agents").getJsonObject(0);
        assertEquals(200, answer.output().getJsonArray("agents").size());
        assertEquals("é".repeat(39) + "…", first.getString("fullName"));
        assertEquals(7, first.getJsonObject("byState").size());
        assertEquals(3, first.getInt("assignedOpen"));
        assertEquals(0.08, first.getJsonNumber("loadRatio").doubleValue());
        assertEquals(
                "more_agents",
                answer.data().getJsonArray("warnings").getJsonObject(0).getString("code"));
        answer.fits(96);
    }

    @Test
    void listsThemInPages() {
        list(input()).fits(24);
        Answer withWorkload = list(input().add("includeWorkload", true));
        assertEquals(AGENTS, withWorkload.envelope().getJsonObject("meta").getInt("total"));
        withWorkload.fits(24);
        list(input().add("includeWorkload", true).add("perPage", 100)).fits(96);
        list(input().add("includeWorkload", true).add("perPage", 50).add("detail", "full"))
                .fits(96);
    }

    @Test
    void tellsOfAllAgentsWhomADealBrings() {
        List<String> some =
                list(input().add("perPage", 25)).output().getJsonArray("agents").getValuesAs(JsonObject.class).stream()
                        .map(agent -> agent.getString("id"))
                        .toList();
        String campaign = api.tool("list_campaigns", organization, JsonObject.EMPTY_JSON_OBJECT)
                .output()
                .getJsonArray("campaigns")
                .getJsonObject(0)
                .getString("id");
        Answer dealt = api.tool(
                "bulk_assign_campaign_contacts",
                organization,
                input().add("campaignId", campaign)
                        .add("strategy", "round_robin")
                        .add("agentIds", Json.createArrayBuilder(some))
                        .add(
                                "filter",
                                input().add("states", Json.createArrayBuilder().add("to_call")))
                        .add("keepExisting", false)
                        .add("dryRun", true)
                        .build());
        assertEquals(200, dealt.status(), dealt.body());
        List<JsonObject> warnings = dealt.data().getJsonArray("warnings").getValuesAs(JsonObject.class);
        assertEquals(21, warnings.size(), dealt::body);
        assertEquals("agents_added_to_campaign", warnings.get(20).getString("code"));
        assertTrue(warnings.get(20).getString("message").startsWith("5 more agents are"), dealt::body);
    }

    private Answer list(JsonObjectBuilder input) {
        return api.tool("list_outbound_agents", organization, input.build());
    }

    private static JsonObjectBuilder input() {
        return Json.createObjectBuilder();
    }
}
