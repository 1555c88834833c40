package org.crmagent.call;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;

/** Calls of the tools that only tests have, in an organization that only the test has. */
abstract class ProbeCalls extends OverHttp {
    protected final UUID organization = UUID.randomUUID();

    /** A new organization with the module on. */
    protected void organize() throws SQLException {
        Database.value(
                "insert into organization (id, slug, name, owner_email, owner_name) values (?, ?, 'Probe', 'o@probe.example', 'O')"
                        + " returning id",
                organization,
                "probe-" + organization);
        Database.value(
                "insert into organization_module (organization_id, module, enabled) values (?, 'outbound', true) returning 1",
                organization);
    }

    /** A campaign with this tag. */
    protected UUID campaign(String tag) throws SQLException {
        return (UUID) Database.value(
                "insert into campaign (organization_id, name, tags) values (?, ?, array[?]) returning id",
                organization,
                "Probe " + UUID.randomUUID(),
                tag);
    }

    /** The stored version. */
    protected int version(UUID campaign) throws SQLException {
        return (Integer) Database.value("select version from campaign where id = ?", campaign);
    }

    protected Answer hold(UUID campaign, double seconds, String requestId) {
        return api.tool("probe_hold", body(held(campaign, seconds).build(), requestId));
    }

    protected JsonObjectBuilder held(UUID campaign, double seconds) {
        return Json.createObjectBuilder().add("campaignId", campaign.toString()).add("seconds", seconds);
    }

    protected JsonObject body(JsonObject input, String requestId) {
        return Json.createObjectBuilder()
                .add("organizationId", organization.toString())
                .add("requestId", requestId)
                .add("input", input)
                .build();
    }

    protected Answer shift(JsonObjectBuilder controls) {
        JsonObject input = controls.add("tag", "probe").add("by", 1).build();
        return api.tool("probe_shift_priorities", organization, input);
    }

    /** The newest audit row's column, as text, of a request. */
    protected Object audit(String column, String requestId) throws SQLException {
        return Database.value(
                "select (" + column
                        + ")::text from audit_log where request_id = ? order by created_at desc, id desc limit 1",
                requestId);
    }
}
