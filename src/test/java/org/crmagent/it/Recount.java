package org.crmagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.UUID;

/** What the database holds, counted anew behind the application's back. */
public final class Recount {
    private Recount() {}

    /** The contacts of a campaign. */
    public static long members(Workspace workspace, UUID campaign) throws SQLException {
        return workspace.count(
                "select count(*) from campaign_contact where organization_id = :org and campaign_id = ?", campaign);
    }

    /** How often a call was done, not replayed. */
    public static long effects(Workspace workspace, String requestId) throws SQLException {
        return workspace.count(
                "select count(*) from audit_log where organization_id = :org and request_id = ? and http_status = 200"
                        + " and not replayed and not dry_run",
                requestId);
    }

    /** Counters are what they count, and each answer that a repetition gets (a spent preview has none) is of one call that was done. */
    public static void agrees(Workspace workspace) throws SQLException {
        assertEquals(0, workspace.count("""
                        select count(*)
                        from (select campaign_id, state, assigned_agent_id, count(*) as contacts from campaign_contact
                              where organization_id = :org group by 1, 2, 3) counted
                        full join (select * from campaign_contact_count where organization_id = :org and contacts <> 0) kept
                          on kept.campaign_id = counted.campaign_id and kept.state = counted.state
                         and kept.assigned_agent_id is not distinct from counted.assigned_agent_id
                        where kept.contacts is distinct from counted.contacts
                        """), "counters differ from a recount");
        assertEquals(0, workspace.count("""
                        select count(*)
                        from idempotency_record kept
                        left join (select request_id, tool_name, count(*) as done from audit_log
                                   where organization_id = :org and http_status = 200 and not replayed and not dry_run
                                   group by 1, 2) audited
                          using (request_id, tool_name)
                        where kept.organization_id = :org and kept.response <> '' and done is distinct from 1
                        """), "audit rows and the records of calls differ");
    }
}
