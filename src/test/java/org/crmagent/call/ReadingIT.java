package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every call that only reads. */
class ReadingIT extends ProbeCalls {

    @BeforeEach
    void prepare() throws SQLException {
        organize();
    }

    @Test
    void seesOneStateOfTheDataThroughout() throws Exception {
        UUID campaign = campaign("x");
        CompletableFuture<Answer> reading = CompletableFuture.supplyAsync(() -> look(campaign, 1.5));
        while (!"1"
                .equals(Database.value("select count(*)::text from pg_stat_activity"
                        + " where query like 'select pg_sleep%' and state = 'active' and usename = current_user"))) {
            assertFalse(reading.isDone(), "read before anybody could write");
            Thread.sleep(20);
        }
        Database.value("update campaign set version = 7 where id = ? returning 1", campaign);
        assertFalse(reading.isDone(), "read before the other had written");
        JsonObject seen = reading.get().output();
        assertEquals(1, seen.getInt("first"));
        assertEquals(1, seen.getInt("second"));
        assertEquals(7, look(campaign, 0).output().getInt("second"));
    }

    @Test
    void leadsToNoChangeInASuspendedOrganization() throws SQLException {
        UUID campaign = campaign("x");
        assertEquals(List.of("probe_hold", "probe_look_twice"), led(look(campaign, 0)));
        Database.value("update organization set status = 'suspended' where id = ? returning 1", organization);
        assertEquals(List.of("probe_look_twice"), led(look(campaign, 0)));
    }

    private Answer look(UUID campaign, double seconds) {
        Answer answer = api.tool(
                "probe_look_twice", organization, held(campaign, seconds).build());
        assertEquals(200, answer.status(), answer::body);
        return answer;
    }

    private static List<String> led(Answer answer) {
        return answer.data().getJsonArray("nextActions").getValuesAs(JsonObject.class).stream()
                .map(action -> action.getString("toolName"))
                .toList();
    }
}
