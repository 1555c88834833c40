package org.crmagent.start;

import static org.crmagent.start.MigratedDatabase.dataSource;
import static org.crmagent.start.MigratedDatabase.run;
import static org.crmagent.start.MigratedDatabase.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crmagent.it.Database;
import org.crmagent.run.Login;
import org.junit.jupiter.api.Test;

/** Migrations on databases of every kind that an operator may point the product at. */
class SchemaIT {
    private static final String NEWEST = "9";

    @Test
    void emptyDatabaseIsMigratedAndASecondRunDoesNothing() throws SQLException {
        var login = Database.another("migrate_empty");
        var schema = new Schema(dataSource(login));
        schema.migrate();
        String history = history(login);
        schema.migrate();
        assertEquals(history, history(login));
        assertEquals(NEWEST, schema.version());
        schema.requireCurrent();
    }

    @Test
    void otherPeoplesTablesStayAsTheyAre() throws SQLException {
        var login = Database.another("migrate_foreign");
        try (Connection connection = login.connect()) {
            run(connection, "create table invoice (id int primary key, flyway text)");
            run(connection, "create table flyway_schema_history (installed_rank int)");
            run(connection, "insert into invoice values (1, 'theirs')");
            new Schema(dataSource(login)).migrate();
            assertEquals("theirs", value(connection, "select flyway from invoice"));
            assertEquals("0", value(connection, "select count(*) from flyway_schema_history"));
            assertEquals("0", value(connection, "select count(*) from contact"));
        }
    }

    @Test
    void clashingTableStopsTheStartAndLeavesNothingHalfDone() throws SQLException {
        var login = Database.another("migrate_clash");
        try (Connection connection = login.connect()) {
            run(connection, "create table contact (id int)");
            var schema = new Schema(dataSource(login));
            String message =
                    assertThrows(IllegalStateException.class, schema::migrate).getMessage();
            assertTrue(message.contains("already holds tables of the names that the CRM needs (contact)"), message);
            assertEquals(1, message.lines().count(), message);
            assertEquals(
                    "contact, " + Schema.HISTORY,
                    value(
                            connection,
                            "select string_agg(tablename, ', ' order by tablename) from pg_tables where schemaname = 'public'"));
            assertEquals("0", value(connection, "select count(*) from pg_extension where extname = 'pg_trgm'"));

            run(connection, "drop table contact");
            schema.migrate();
            assertEquals(NEWEST, schema.version());
        }
    }

    @Test
    void failureInALaterMigrationUndoesTheEarlierOnes() throws SQLException {
        var login = Database.another("migrate_late_failure");
        try (Connection connection = login.connect()) {
            run(connection, "create function crm_recount() returns void language sql as ''");
            assertThrows(IllegalStateException.class, new Schema(dataSource(login))::migrate);
            assertEquals("null", value(connection, "select to_regclass('public.organization')"));
        }
    }

    @Test
    void twoNodesAtOnceMigrateOnce() throws Exception {
        var login = Database.another("migrate_together");
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<String> node = () -> {
                var schema = new Schema(dataSource(login));
                schema.migrate();
                return schema.version();
            };
            var versions = new ArrayList<String>();
            for (Future<String> version : nodes.invokeAll(Collections.nCopies(4, node))) {
                versions.add(version.get());
            }
            assertEquals(Collections.nCopies(4, NEWEST), versions);
        } finally {
            nodes.shutdown();
        }
        try (Connection connection = login.connect()) {
            assertEquals(
                    NEWEST,
                    value(connection, "select count(*) from " + Schema.HISTORY + " where success and type = 'SQL'"));
        }
    }

    @Test
    void nodeThatMayNotMigrateSaysThatAJobMustFirst() throws SQLException {
        var login = Database.another("migrate_by_job");
        var schema = new Schema(dataSource(login));
        String message = assertThrows(IllegalStateException.class, schema::requireCurrent)
                .getMessage();
        assertTrue(message.contains("let the migration job run first"), message);
        try (Connection connection = login.connect()) {
            assertEquals("null", value(connection, "select to_regclass('public." + Schema.HISTORY + "')"));
        }
    }

    @Test
    void loginThatOwnsNothingFindsTheSchemaCurrent() throws SQLException {
        var owner = Database.another("migrate_strict");
        new Schema(dataSource(owner)).migrate();
        try (Connection connection = owner.connect()) {
            StrictLogin.make(connection, "crm_strict");
        }
        var schema = new Schema(dataSource(new Login(owner.url(), "crm_strict", "strict")));
        schema.requireCurrent();
        assertEquals(NEWEST, schema.version());
    }

    @Test
    void loginThatMayNotMakeRolesIsToldWhatAnAdministratorMustDo() throws SQLException {
        var owner = Database.another("migrate_without_rights");
        MigratedDatabase.login(); // crm_application exists
        try (Connection connection = owner.connect()) {
            run(connection, "create role crm_plain login password 'plain'");
            run(connection, "grant create on database migrate_without_rights to crm_plain");
            run(connection, "grant create on schema public to crm_plain");
            var schema = new Schema(dataSource(new Login(owner.url(), "crm_plain", "plain")));
            String message =
                    assertThrows(IllegalStateException.class, schema::migrate).getMessage();
            assertTrue(message.contains("grant crm_application to crm_plain"), message);

            run(connection, "grant crm_application to crm_plain");
            schema.migrate();
            assertEquals(NEWEST, schema.version());
        }
    }

    private static String history(Login login) throws SQLException {
        try (Connection connection = login.connect()) {
            return value(
                    connection,
                    "select string_agg(h::text, ',' order by installed_rank) from " + Schema.HISTORY + " h");
        }
    }
}
