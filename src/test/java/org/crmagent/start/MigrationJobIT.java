package org.crmagent.start;

import static org.crmagent.start.MigratedDatabase.run;
import static org.crmagent.start.MigratedDatabase.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Login;
import org.crmagent.run.Server;
import org.junit.jupiter.api.Test;

/** An installation in two roles: a job migrates as the owner, nodes log in as somebody who owns nothing. */
class MigrationJobIT extends OverHttp {

    @Test
    void jobMigratesAndNodesServe() throws Exception {
        TwoRoles roles = TwoRoles.make("crm_two_roles");
        for (int time = 1; time <= 2; time++) {
            TwoRoles.Job job = TwoRoles.migrate(roles.owner());
            assertEquals(0, job.code(), job.output());
            assertTrue(job.output().contains("The database is at version "), job.output());
        }
        try (Connection tables = roles.owner().connect();
                Server server = Surroundings.node("two-roles", roles.node(), Map.of("CRM_MIGRATE", "false"))) {
            Tenant tenant = Tenant.load(tables);
            server.awaitReady();
            Answer made = new Api(server)
                    .tool(
                            "create_outbound_campaign",
                            tenant.organization(),
                            Json.createObjectBuilder().add("name", "Deux rôles").build());
            assertEquals(200, made.status(), made.body());
            assertEquals(
                    "create_outbound_campaign 200",
                    value(
                            tables,
                            "select tool_name || ' ' || http_status from audit_log where organization_id = ?",
                            tenant.organization()));
            assertFalse(Files.readString(server.log()).contains(roles.node().password()), "the password is in the log");
        }
        nodesMayNotTouchTables(roles);
    }

    private static void nodesMayNotTouchTables(TwoRoles roles) throws IOException, SQLException {
        try (Connection node = roles.node().connect()) {
            assertEquals("0", value(node, """
                            select (select count(*) from pg_class where relowner = r.oid)
                                + (select count(*) from pg_namespace where nspowner = r.oid)
                                + (select count(*) from pg_database where datdba = r.oid)
                            from pg_roles r where rolname = current_user and not rolsuper and not rolcreaterole
                            """));
            List<String> statements = new ArrayList<>(told());
            statements.addAll(List.of(
                    "drop table public.audit_log",
                    "create table public.mine (id int)",
                    "create table app.mine (id int)",
                    "create schema mine",
                    "alter view app.contact rename to people",
                    "select * from app.audit_log",
                    "update public.audit_log set http_status = 200",
                    "delete from app.audit_log",
                    "truncate public.audit_log",
                    "set role " + roles.owner().user(),
                    "create role other"));
            for (String sql : statements) {
                String message = assertThrows(SQLException.class, () -> run(node, sql), sql)
                        .getMessage();
                assertTrue(message.matches("(?s).*(permission denied|must be owner).*"), sql + ": " + message);
            }
        }
    }

    /** What the page about the roles says that they may not. */
    private static List<String> told() throws IOException {
        String page = Files.readString(Surroundings.CHECKOUT.resolve("docs/how-to/separate-roles.md"));
        List<String> told = page.replaceFirst("(?s).*## Make sure.*?```sql\n(.*?)```.*", "$1")
                .lines()
                .map(line -> line.replaceFirst(";$", ""))
                .toList();
        assertEquals(4, told.size(), told.toString());
        return told;
    }

    @Test
    void jobSaysInOneSentenceWhyItCannot() throws Exception {
        Login stranger = new Login(Surroundings.owner().url(), "nobody_of_that_name", "");
        TwoRoles.Job job = TwoRoles.migrate(stranger);
        assertEquals(1, job.code(), job.output());
        assertEquals(
                "The database could not be migrated: FATAL: role \"nobody_of_that_name\" does not exist",
                job.output().strip());
    }
}
