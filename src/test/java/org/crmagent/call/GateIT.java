package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Organization and module come after the body's members and before anything of the tool. */
class GateIT extends ProbeCalls {

    @BeforeEach
    void prepare() throws SQLException {
        organize();
    }

    @Test
    void refusesUnknownOrganizations() {
        Answer answer = api.tool("probe_hold", UUID.randomUUID(), JsonObject.EMPTY_JSON_OBJECT);
        assertEquals(404, answer.status());
        assertEquals("organization_not_found", answer.code());
        JsonObject next = answer.data().getJsonArray("nextActions").getJsonObject(0);
        assertEquals("crm_resolve_workspace", next.getString("toolName"));
        assertTrue(next.isNull("organizationId"));
        assertEquals(
                404, api.capabilities("?organizationId=" + UUID.randomUUID()).status());
    }

    @Test
    void refusesWhereTheModuleIsOff() throws SQLException {
        Database.value(
                "update organization_module set enabled = false where organization_id = ? returning 1", organization);
        Answer answer = api.tool("probe_hold", organization, JsonObject.EMPTY_JSON_OBJECT);
        assertEquals(403, answer.status());
        assertEquals("module_disabled", answer.code());
        assertEquals(403, api.capabilities("?organizationId=" + organization).status());
    }

    @Test
    void letsSuspendedOrganizationsBeReadNotWritten() throws SQLException {
        UUID campaign = campaign("x");
        Database.value("update organization set status = 'suspended' where id = ? returning 1", organization);
        assertEquals(404, hold(UUID.randomUUID(), 0, "s1").status());
        Answer refused = hold(campaign, 0, "s2");
        assertEquals(409, refused.status(), refused.body());
        assertEquals("invalid_state", refused.code());
        Answer dry = api.tool(
                "probe_hold",
                organization,
                held(campaign, 0).add("dryRun", true).build());
        assertEquals("invalid_state", dry.code(), dry.body());
        assertEquals(1, version(campaign));
        assertEquals(200, api.capabilities("?organizationId=" + organization).status());
    }

    @Test
    void hidesCampaignsOfOthers() throws SQLException {
        UUID foreign = UUID.fromString("c0000001-0000-4000-8000-000000000001");
        assertEquals("not_found", hold(foreign, 0, UUID.randomUUID().toString()).code());
    }

    @Test
    void tellsAllWrongMembersAndTheCorrectedCall() throws SQLException {
        UUID campaign = campaign("x");
        JsonObject body = Json.createObjectBuilder()
                .add("organizationId", organization.toString())
                .add(
                        "input",
                        Json.createObjectBuilder()
                                .add("campaignld", campaign.toString())
                                .add("seconds", 0))
                .build();
        Answer answer = api.tool("probe_hold", body);
        assertEquals("validation_failed", answer.code(), answer.body());
        JsonObject corrected = answer.data().getJsonArray("nextActions").getJsonObject(0);
        assertEquals(
                campaign.toString(), corrected.getJsonObject("suggestedInput").getString("campaignId"));

        JsonObject wrong = Json.createObjectBuilder()
                .add("organizationld", "x")
                .add("inputs", 1)
                .build();
        Answer several = api.tool("probe_hold", wrong);
        assertEquals(4, several.output().getJsonArray("violations").size(), several.body());
    }
}
