package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.crmagent.it.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every call that passed authentication leaves one row, and nobody can change it. */
class AuditIT extends ProbeCalls {
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void prepare() throws SQLException {
        organize();
    }

    @Test
    void recordsWhatWasDone() throws SQLException {
        hold(campaign("x"), 0, id);
        assertEquals("200", audit("http_status", id));
        assertEquals("{\"campaigns\": 1}", audit("affected_counts", id));
        assertEquals("write", audit("risk_level", id));
        assertEquals(organization.toString(), audit("organization_id", id));
        assertEquals("1", audit("(select count(*) from audit_log b where b.request_id = audit_log.request_id)", id));
    }

    @Test
    void recordsDryRunsAndRefusals() throws SQLException {
        api.tool("probe_hold", body(held(campaign("x"), 0).add("dryRun", true).build(), id));
        assertEquals("true", audit("dry_run", id));
        assertEquals("{}", audit("affected_counts", id));
        String refused = UUID.randomUUID().toString();
        hold(UUID.randomUUID(), 0, refused);
        assertEquals("not_found", audit("error_code", refused));
        assertEquals("404", audit("http_status", refused));
    }

    @Test
    void masksWhatTheSchemaDoesNotKnow() throws SQLException {
        api.tool(
                "probe_hold",
                body(Json.createObjectBuilder().add("phone", "+33612345678").build(), id));
        assertEquals("{\"***\": \"***\"}", audit("input", id));
    }

    @Test
    void recordsUnknownTools() throws SQLException {
        String tool = "no_such_tool_" + id;
        assertEquals("unknown_tool", api.tool(tool, "{}").code());
        assertEquals("unknown_tool", Database.value("select error_code from audit_log where tool_name = ?", tool));
    }

    @Test
    void isClosedToTheApplication() throws SQLException {
        try (Connection connection = Database.application(organization);
                Statement statement = connection.createStatement()) {
            assertThrows(SQLException.class, () -> statement.executeUpdate("delete from audit_log"));
            assertThrows(SQLException.class, () -> statement.executeUpdate("update audit_log set reason = 'x'"));
        }
    }
}
