package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.crmagent.it.Answer;
import org.crmagent.it.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody waits without end: a lock or a statement that takes too long is answered as unavailable, with nothing done. */
class TimeLimitIT extends ProbeCalls {

    @BeforeEach
    void prepare() throws SQLException {
        organize();
    }

    @Test
    void givesUpOnALock() throws SQLException {
        UUID campaign = campaign("x");
        try (Connection other = Database.owner();
                PreparedStatement lock = other.prepareStatement("select 1 from campaign where id = ? for update")) {
            other.setAutoCommit(false);
            lock.setObject(1, campaign);
            lock.execute();
            isUnavailable(hold(campaign, 0, UUID.randomUUID().toString()));
            other.rollback();
        }
        assertEquals(1, version(campaign));
    }

    @Test
    void givesUpOnAStatement() throws SQLException {
        UUID campaign = campaign("x");
        isUnavailable(hold(campaign, 30, UUID.randomUUID().toString()));
        assertEquals(1, version(campaign));
    }

    private static void isUnavailable(Answer answer) {
        assertEquals(503, answer.status(), answer.body());
        assertEquals("unavailable", answer.code());
        assertEquals("5", answer.header("Retry-After"));
    }
}
