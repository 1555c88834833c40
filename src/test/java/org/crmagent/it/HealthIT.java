package org.crmagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The server says that it is well, without a token. */
class HealthIT extends OverHttp {
    @Test
    void isUp() {
        Answer answer = api.health("");
        assertEquals(200, answer.status());
        assertEquals("UP", answer.envelope().getString("status"));
    }

    @Test
    void tellsTheStateOfDatabaseAndCalls() throws SQLException {
        JsonObject ready = api.health("/ready").envelope();
        assertEquals("migrated", data(ready, "database").getString("state"));
        assertEquals(
                Database.value("select max(version::int)::text from crm_schema_history where success"),
                data(ready, "database").getString("schema"));
        assertTrue(Integer.parseInt(data(ready, "calls").getString("inFlight")) >= 0);
    }

    private static JsonObject data(JsonObject health, String check) {
        return health.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("name").equals(check))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data");
    }
}
