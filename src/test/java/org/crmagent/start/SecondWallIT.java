package org.crmagent.start;

import static org.crmagent.start.MigratedDatabase.application;
import static org.crmagent.start.MigratedDatabase.run;
import static org.crmagent.start.MigratedDatabase.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crmagent.run.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever statement the application runs, it sees and writes the rows of its one organization. */
class SecondWallIT {
    private static Tenant ours;
    private static Tenant theirs;

    @BeforeAll
    static void loadTwoOrganizations() throws SQLException {
        try (Connection owner = MigratedDatabase.owner()) {
            ours = Tenant.load(owner);
            theirs = Tenant.load(owner);
        }
    }

    @AfterAll
    static void deleteThem() throws SQLException {
        try (Connection owner = MigratedDatabase.owner()) {
            run(owner, "delete from organization where id in (?, ?)", ours.organization(), theirs.organization());
        }
    }

    @Test
    void coversEveryTableOfAnOrganization() throws SQLException {
        try (Connection owner = MigratedDatabase.owner()) {
            assertEquals(String.join(", ", Tenant.TABLES.stream().sorted().toList()), value(owner, """
                            select string_agg(distinct table_name::text, ', ' order by table_name::text)
                            from information_schema.columns
                            where table_schema = 'public' and column_name = 'organization_id'
                              and table_name not in ('organization_module', 'audit_log')
                            """));
        }
    }

    @Test
    void forgettingTheOrganizationInAStatementShowsOnlyOurs() throws SQLException {
        try (Connection connection = application(ours.organization().toString())) {
            for (String table : Tenant.TABLES) {
                assertEquals(
                        ours.organization().toString(),
                        value(connection, "select string_agg(distinct organization_id::text, ',') from " + table),
                        table);
            }
        }
    }

    @Test
    void forgettingTheSettingShowsNoRow() throws SQLException {
        for (String setting : List.of("", UUID.randomUUID().toString())) {
            try (Connection connection = application(setting)) {
                for (String table : Tenant.TABLES) {
                    assertEquals("0", value(connection, "select count(*) from " + table), table);
                }
            }
        }
    }

    @Test
    void tablesThemselvesAreOutOfReach() throws SQLException {
        for (String table : Tenant.TABLES) {
            refused("select * from public." + table, "permission denied");
        }
        refused("select * from public.server_key", "permission denied");
        refused("create table app.mine (id int)", "permission denied");
    }

    @Test
    void anotherOrganizationsRowsCannotBeWritten() throws SQLException {
        String check = "violates check option";
        refused("insert into campaign (organization_id, name) values (?, 'Intruse')", check, theirs.organization());
        refused("update follow_up set organization_id = ?", check, theirs.organization());
        try (Connection connection = application(ours.organization().toString())) {
            assertEquals(0, run(connection, "update campaign set name = 'Prise' where id = ?", theirs.campaign()));
            assertEquals(0, run(connection, "delete from campaign_contact where campaign_id = ?", theirs.campaign()));
        }
    }

    @Test
    void anotherOrganizationsRowsCannotBeReferredTo() throws SQLException {
        String key = "violates foreign key constraint";
        refused("update campaign set script_template_id = ?", key, theirs.script());
        refused("update campaign_contact set assigned_agent_id = ?", key, theirs.agent());
        refused(
                "insert into campaign_agent values (?, ?, ?)",
                key,
                ours.organization(),
                ours.campaign(),
                theirs.agent());
        refused(
                "insert into campaign_contact (organization_id, campaign_id, contact_id) values (?, ?, ?)",
                key,
                ours.organization(),
                ours.campaign(),
                theirs.contact());
        refused("update qualification set script_execution_id = ?", key, theirs.execution());
    }

    @Test
    void auditRowsCanBeWrittenButNotReadChangedOrDeleted() throws SQLException {
        try (Connection connection = application("")) {
            assertEquals(
                    1,
                    run(
                            connection,
                            "insert into audit_log (organization_id, http_status) values (?, 404)",
                            UUID.randomUUID()));
        }
        for (String sql : List.of(
                "select * from audit_log",
                "update audit_log set http_status = 200",
                "delete from audit_log",
                "truncate public.audit_log")) {
            refused(sql, "permission denied");
        }
    }

    /** Operators read it; a tool, which is bound to an organization, sees that one's rows at most. */
    @Test
    void auditTrailShowsABoundTransactionOnlyOurs() throws SQLException {
        try (Connection owner = MigratedDatabase.owner()) {
            run(
                    owner,
                    "insert into audit_log (organization_id, http_status) values (?, 200), (?, 200), (null, 401)",
                    ours.organization(),
                    theirs.organization());
        }
        try (Connection connection = application(ours.organization().toString())) {
            assertEquals(
                    ours.organization().toString(),
                    value(
                            connection,
                            "select string_agg(distinct coalesce(organization_id::text, 'none'), ',') from audit_trail"));
        }
        for (String sql : List.of("update audit_trail set http_status = 200", "delete from audit_trail")) {
            refused(sql, "permission denied");
        }
    }

    @Test
    void organizationsAreReadWholeAndNeverWritten() throws SQLException {
        try (Connection connection = application("")) {
            assertEquals(
                    "2",
                    value(
                            connection,
                            "select count(*) from organization join organization_module on id = organization_id where id in (?, ?)",
                            ours.organization(),
                            theirs.organization()));
            assertEquals(
                    "32",
                    value(connection, "select octet_length(secret) from server_key where name = 'preview_token'"));
        }
        refused("update organization set status = 'active'", "permission denied");
        refused("update organization_module set enabled = true", "permission denied");
        refused("update campaign_contact_count set contacts = 0", "permission denied");
        refused("update server_key set secret = secret", "permission denied");
    }

    @Test
    void holdsForALoginThatOwnsNothing() throws SQLException {
        Login login = MigratedDatabase.login();
        try (Connection owner = login.connect()) {
            StrictLogin.make(owner, "crm_strict_wall");
        }
        try (Connection strict = new Login(login.url(), "crm_strict_wall", "strict").connect()) {
            assertTrue(assertThrows(SQLException.class, () -> value(strict, "select count(*) from public.contact"))
                    .getMessage()
                    .contains("permission denied"));
            MigratedDatabase.opened(strict, ours.organization().toString());
            assertEquals("1", value(strict, "select count(*) from contact"));
            assertEquals(1, run(strict, "update campaign_contact set state = 'closed'"));
            assertEquals("1", value(strict, "select sum(contacts) from campaign_contact_count where state = 'closed'"));
        }
    }

    @Test
    void endsWithTheTransaction() throws SQLException {
        try (Connection connection = application(ours.organization().toString())) {
            connection.rollback();
            assertEquals("crm", value(connection, "select current_user"));
            assertEquals("", value(connection, "select current_setting('crm.organization_id', true)"));
        }
    }

    @Test
    void expiredAnswersAreRemovedForAllOrganizations() throws SQLException {
        try (Connection connection = application("")) {
            assertEquals("0", value(connection, "select delete_idempotency_records('2020-01-01Z')"));
            assertEquals("2", value(connection, "select delete_idempotency_records('infinity')"));
        }
    }

    private static void refused(String sql, String because, Object... parameters) throws SQLException {
        try (Connection connection = application(ours.organization().toString())) {
            String message = assertThrows(SQLException.class, () -> run(connection, sql, parameters), sql)
                    .getMessage();
            assertTrue(message.contains(because), sql + ": " + message);
        }
    }
}
