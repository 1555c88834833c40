package org.crmagent.start;

import static org.crmagent.start.MigratedDatabase.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.Map;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Failure;
import org.crmagent.run.Login;
import org.crmagent.run.Server;
import org.junit.jupiter.api.Test;

/** Nodes that may not migrate, on the real server. */
class MigrationsIT extends OverHttp {
    private static final Map<String, String> BY_JOB = Map.of("CRM_MIGRATE", "false");

    @Test
    void nodeStopsAtADatabaseThatNoJobHasMigrated() throws Exception {
        try (Server node = Surroundings.node("unmigrated", Database.another("start_unmigrated"), BY_JOB)) {
            String message = assertThrows(Failure.class, node::awaitReady).getMessage();
            assertTrue(message.contains("let the migration job run first"), message);
        }
    }

    @Test
    void nodeWithALoginThatOwnsNothingIsReadyWhileTheSchemaIsThere() throws Exception {
        var owner = Database.another("start_strict");
        new Schema(MigratedDatabase.dataSource(owner)).migrate();
        try (Connection connection = owner.connect()) {
            StrictLogin.make(connection, "crm_strict_node");
            var strict = new Login(owner.url(), "crm_strict_node", "strict");
            try (Server node = Surroundings.node("strict", strict, BY_JOB)) {
                node.awaitReady();
                var api = new Api(node);
                assertEquals(200, api.health("/ready").status());
                assertEquals(200, api.capabilities("").status());

                run(connection, "alter table " + Schema.HISTORY + " rename to away");
                assertEquals(503, api.health("/ready").status());
                assertEquals(200, api.health("/live").status());
            }
        }
    }
}
