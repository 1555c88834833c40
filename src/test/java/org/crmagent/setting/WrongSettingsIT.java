package org.crmagent.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Failure;
import org.crmagent.run.Login;
import org.crmagent.run.Server;
import org.junit.jupiter.api.Test;

/** What can't be meant stops the start on the real server, before the database is touched. */
class WrongSettingsIT extends OverHttp {

    @Test
    void stopTheStartWithASentenceForEach() throws SQLException {
        Map<String, String> settings = Map.of(
                "CRM_MAX_BODY_BYTES", "plenty",
                "CRM_AUTO_QUALIFY_URL", "not an address",
                "CRM_METRICS_TOKEN", "too-short",
                "MP_JWT_VERIFY_ISSUER", "");
        Login empty = Database.another("setting_untouched");
        try (Server node = Surroundings.node("wrong-setting", empty, settings)) {
            String message = assertThrows(Failure.class, node::awaitReady).getMessage();
            for (String sentence : new String[] {
                "crm.max-body-bytes is \"plenty\": it must be a whole number from 1024 to 67108864.",
                "crm.auto-qualify.url is \"not an address\": it must be an http or https address",
                "crm.metrics.token is given, but can't be used: it must be 16 to 4096 characters",
                "mp.jwt.verify.issuer is not set: it must be "
            }) {
                assertTrue(message.contains(sentence), message);
            }
            assertFalse(message.contains("too-short"), message);
            Api stopped = new Api(node);
            assertTrue(stopped.capabilities("").status() != 200);
        }
        try (var connection = empty.connect();
                var tables = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
            assertTrue(tables.next());
            assertEquals(0, tables.getInt(1));
        }
    }

    @Test
    void stopTheStartWhereTimeOutsAreInTheWrongOrder() {
        Map<String, String> settings = Map.of("CRM_SMALL_LOCK_TIMEOUT_MILLIS", "10000");
        try (Server node = Surroundings.node("wrong-order", Surroundings.owner(), settings)) {
            String message = assertThrows(Failure.class, node::awaitReady).getMessage();
            assertTrue(
                    message.contains("crm.small.lock-timeout-millis is \"10000\": it must be less than "
                            + "crm.small.statement-timeout-millis, which is \"10000\"."),
                    message);
        }
    }
}
