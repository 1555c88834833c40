package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Demo;
import org.junit.jupiter.api.Test;

/** {@code GET /crm/operator/audit}: what operators read of the audit log; {@link AuditFiltersIT} has filters and pages. */
class AuditTrailIT extends AuditCalls {
    @Test
    void tellsWhatWasCalledAndWhatCameOfIt() {
        String requestId = call(
                "create_outbound_campaign",
                Json.createObjectBuilder().add("name", "Automne").build());
        Answer answer = ours("requestId", requestId);
        JsonObject row = rows(answer).get(0);
        assertEquals(1, rows(answer).size());
        assertEquals("create_outbound_campaign", row.getString("toolName"));
        assertEquals("write", row.getString("riskLevel"));
        assertEquals("success", row.getString("outcome"));
        assertEquals(200, row.getInt("status"));
        assertEquals("for the audit", row.getString("reason"));
        assertEquals("http", row.getString("door"));
        assertEquals(1, row.getJsonObject("affectedCounts").getInt("campaigns"));
        assertEquals(workspace.id.toString(), row.getString("organizationId"));
        assertFalse(row.getBoolean("dryRun"));
        assertTrue(answer.data().isNull("nextCursor"));
        assertTrue(answer.data().isNull("lookedBackTo"));
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void showsNoSecret() throws SQLException {
        UUID campaign = workspace.campaign("active", "business");
        workspace.run("insert into contact (organization_id, id, first_name, phone, phone_e164)"
                + " values (:org, gen_random_uuid(), 'Zénobie', '06', '+33612345678')");
        JsonObject filter = Json.createObjectBuilder().add("search", "Zénobie").build();
        JsonObject input = Json.createObjectBuilder()
                .add("campaignId", campaign.toString())
                .add("filter", filter)
                .build();
        String tool = "bulk_add_contacts_to_campaign_by_filter";
        Answer preview = workspace.call(
                tool, Json.createObjectBuilder(input).add("dryRun", true).build());
        String token = preview.output().getString("previewToken");
        assertEquals(
                200,
                workspace
                        .call(
                                tool,
                                Json.createObjectBuilder(input)
                                        .add("previewToken", token)
                                        .build())
                        .status());
        Answer answer = ours();
        assertEquals(2, rows(answer).size());
        for (String secret : List.of(token, "Zénobie", "+33612345678", "Bearer", "eyJ", "tokenId")) {
            assertFalse(answer.body().contains(secret), secret);
        }
        assertTrue(answer.body().contains(campaign.toString()));
    }

    /** An organization that tools may not be called in is not read about either. */
    @Test
    void keepsToTheGate() throws SQLException {
        Answer unknown = read("organizationId", UUID.randomUUID().toString());
        assertEquals(404, unknown.status(), unknown.body());
        assertEquals("organization_not_found", unknown.code());
        Answer off = read("organizationId", Demo.WITHOUT_MODULE.toString());
        assertEquals(403, off.status(), off.body());
        assertEquals("module_disabled", off.code());
        String requestId = call("get_crm_workspace_overview", JsonValue.EMPTY_JSON_OBJECT);
        assertEquals(1, rows(read("requestId", requestId)).size());
        workspace.run("update organization_module set enabled = false where organization_id = :org");
        assertEquals(0, rows(read("requestId", requestId)).size());
    }

    /** Calls that named no organization, or none that exists, belong to nobody else. */
    @Test
    void showsCallsOfNoOrganization() {
        String requestId = UUID.randomUUID().toString();
        api.tool(
                "crm_resolve_workspace",
                "{\"input\": {\"query\": \"lumiere\"}, \"requestId\": \"%s\"}".formatted(requestId));
        assertEquals(List.of("null"), each(read("requestId", requestId), "organizationId"));
    }
}
