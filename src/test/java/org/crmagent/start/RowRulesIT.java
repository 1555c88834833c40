package org.crmagent.start;

import static org.crmagent.start.MigratedDatabase.run;
import static org.crmagent.start.MigratedDatabase.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a row starts as, which rows are refused, and what is derived from them. */
class RowRulesIT {
    private Connection owner;
    private Tenant tenant;

    @BeforeEach
    void load() throws SQLException {
        owner = MigratedDatabase.owner();
        owner.setAutoCommit(false);
        tenant = Tenant.load(owner);
    }

    @AfterEach
    void undo() throws SQLException {
        owner.rollback();
        owner.close();
    }

    @Test
    void loaderWithTheFewestColumnsGetsTheContractsDefaults() throws SQLException {
        assertEquals("active", one("organization", "status", "id"));
        assertEquals("active", one("app_user", "status", "organization_id"));
        assertEquals(
                "f unknown {} {}",
                one("contact", "concat_ws(' ', do_not_call, call_consent, tags, custom)", "organization_id"));
        assertEquals(
                "draft business 5 1440 0 1 Europe/Paris",
                one(
                        "campaign",
                        "concat_ws(' ', status, audience, max_attempts, retry_delay_minutes, priority, version, timezone)",
                        "organization_id"));
        assertEquals(
                "to_call 0 0", one("campaign_contact", "concat_ws(' ', state, attempts, priority)", "organization_id"));
        assertEquals("pending", one("follow_up", "status", "organization_id"));
        assertEquals("draft 1", one("script_template", "concat_ws(' ', status, version)", "organization_id"));
        assertEquals("draft 1", one("qualification_template", "concat_ws(' ', status, version)", "organization_id"));
        assertEquals("in_progress", one("script_execution", "status", "organization_id"));
        assertEquals(
                "draft agent 1", one("qualification", "concat_ws(' ', status, source, version)", "organization_id"));
        assertEquals("t", one("contact", "created_at > now() - interval '1 hour'", "organization_id"));
        assertEquals("7", value(owner, "select substr(?::text, 15, 1)", tenant.contact()));
    }

    @Test
    void namesAreUniqueAmongThoseNotArchived() throws SQLException {
        for (String table : new String[] {"campaign", "script_template", "qualification_template"}) {
            String again = "insert into " + table + " (organization_id, name) values (?, ' ETE')";
            refused(again, table + "_name", tenant.organization());
            run(owner, "update " + table + " set status = 'archived' where organization_id = ?", tenant.organization());
            assertEquals(1, run(owner, again, tenant.organization()));
        }
    }

    @Test
    void callingWindowsAndTagsAreThoseThatToolsCanRead() throws SQLException {
        String set = "update campaign set calling_windows = ?::jsonb where organization_id = ?";
        for (String windows : new String[] {
            "[1]",
            "[{}]",
            "[null]",
            "{}",
            "[{\"days\": [\"x\"], \"from\": \"09:00\", \"to\": \"10:00\"}]",
            "[{\"days\": [\"monday\"], \"from\": \"9h\", \"to\": \"10:00\"}]",
            "[{\"days\": [\"monday\"], \"from\": \"09:00\", \"to\": \"24:00\"}]"
        }) {
            refused(set, "campaign_calling_windows_check", windows, tenant.organization());
        }
        String good = "[{\"days\": [\"monday\"], \"from\": \"09:00\", \"to\": \"10:00\"}]";
        assertEquals(1, run(owner, set, good, tenant.organization()));
        refused(
                "update campaign set tags = array[null]::text[] where organization_id = ?",
                "campaign_tags_check",
                tenant.organization());
    }

    @Test
    void timeZonesAreThoseThatDaysCanBeComputedIn() throws SQLException {
        refused(
                "update campaign set timezone = 'Europe/Lutetia' where organization_id = ?",
                "campaign_timezone_check",
                tenant.organization());
        refused(
                "update app_user set timezone = '' where organization_id = ?",
                "app_user_timezone_check",
                tenant.organization());
        assertEquals(
                1,
                run(
                        owner,
                        "update campaign set timezone = 'Indian/Reunion' where organization_id = ?",
                        tenant.organization()));
    }

    @Test
    void oneOpenExecutionAndOneQualificationForAContactInACampaign() throws SQLException {
        String execution = "insert into script_execution (organization_id, campaign_id, contact_id) values (?, ?, ?)";
        refused(execution, "script_execution_open", tenant.organization(), tenant.campaign(), tenant.contact());
        run(owner, "update script_execution set status = 'abandoned' where id = ?", tenant.execution());
        assertEquals(1, run(owner, execution, tenant.organization(), tenant.campaign(), tenant.contact()));
        refused(
                "insert into qualification (organization_id, campaign_id, contact_id, qualification_template_id) values (?, ?, ?, ?)",
                "qualification_organization_id_campaign_id_contact_id_key",
                tenant.organization(),
                tenant.campaign(),
                tenant.contact(),
                tenant.form());
    }

    @Test
    void boundsAreKept() throws SQLException {
        String check = "violates check constraint";
        refused("update campaign set max_attempts = 51 where id = ?", check, tenant.campaign());
        refused("update campaign set retry_delay_minutes = 43201 where id = ?", check, tenant.campaign());
        refused("update campaign set priority = 101 where id = ?", check, tenant.campaign());
        refused(
                "update campaign set starts_on = '2026-02-01', ends_on = '2026-01-31' where id = ?",
                check,
                tenant.campaign());
        refused("update campaign set name = repeat('x', 121) where id = ?", check, tenant.campaign());
        refused("update contact set phone_e164 = '0612345678' where id = ?", check, tenant.contact());
        refused("update contact set country = 'fr' where id = ?", check, tenant.contact());
        refused("update call_log set duration_seconds = -1 where id = ?", check, tenant.call());
        refused("update follow_up set cancelled_at = now() where id = ?", check, tenant.followUp());
        refused("update script_execution set completed_at = now() where id = ?", check, tenant.execution());
        refused("update script_template set steps = '{}' where id = ?", check, tenant.script());
    }

    @Test
    void deletingATemplateOrAgentLeavesTheOrganizationOfWhatReferredToIt() throws SQLException {
        run(
                owner,
                "update script_execution set script_template_id = ?, agent_id = ? where id = ?",
                tenant.script(),
                tenant.agent(),
                tenant.execution());
        run(owner, "delete from script_template where id = ?", tenant.script());
        run(owner, "delete from app_user where id = ?", tenant.agent());
        assertEquals(
                tenant.organization().toString(),
                value(
                        owner,
                        "select organization_id from script_execution where id = ? and script_template_id is null and agent_id is null",
                        tenant.execution()));
    }

    @Test
    void historyOutlivesARemoval() throws SQLException {
        run(owner, "delete from campaign_contact where campaign_id = ?", tenant.campaign());
        for (String table : new String[] {"follow_up", "call_log", "script_execution", "qualification"}) {
            assertEquals("1", one(table, "count(*)", "organization_id"), table);
        }
    }

    @Test
    void contactsAreFoundByFoldedTextAndByDigits() throws SQLException {
        run(
                owner,
                "update contact set first_name = 'Éloïse', last_name = 'Œuvrard', company = 'Café_100%', email = ' A.B@Example.FR ',"
                        + " phone = '06.12.34.56.78', phone_e164 = '+33612345678' where id = ?",
                tenant.contact());
        assertEquals("a.b@example.fr", one("contact", "email_key", "organization_id"));
        assertEquals("oeuvrard eloise cafe_100%", one("contact", "name_key", "organization_id"));
        for (String typed : new String[] {
            "ELOISE œuv",
            "cafe_1",
            "100%",
            "b@EXAMPLE",
            "0612345678",
            "06 12 34",
            "+33 6 12 34",
            "0033612",
            "06.12.34",
            "+33",
            "+336"
        }) {
            assertTrue(found(typed), typed);
        }
        for (String typed :
                new String[] {"caf%100", "cafe.100", "vrardcaf", "0712", "0033", "0012", "0000", "+612", "z336"}) {
            assertEquals(false, found(typed), typed);
        }
    }

    private boolean found(String typed) throws SQLException {
        return "1"
                .equals(value(
                        owner,
                        "select count(*) from contact where organization_id = ? and search like any (contact_like_patterns(?))",
                        tenant.organization(),
                        typed));
    }

    private String one(String table, String expression, String key) throws SQLException {
        return value(
                owner, "select " + expression + " from " + table + " where " + key + " = ?", tenant.organization());
    }

    private void refused(String sql, String because, Object... parameters) throws SQLException {
        var before = owner.setSavepoint();
        String message = assertThrows(SQLException.class, () -> run(owner, sql, parameters), sql)
                .getMessage();
        owner.rollback(before);
        assertTrue(message.contains(because), sql + ": " + message);
    }
}
