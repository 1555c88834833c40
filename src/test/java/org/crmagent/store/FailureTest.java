package org.crmagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "23505, OVERTAKEN",
        "55P03, UNAVAILABLE",
        "57014, UNAVAILABLE",
        "40P01, CONTENDED",
        "40001, CONTENDED",
        "08006, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        ", UNAVAILABLE",
        "42703, BUG",
        "23503, OVERTAKEN",
        "23514, BUG",
        "22001, BUG"
    })
    void tellsByState(String state, Failure expected) {
        Throwable wrapped = new IllegalStateException(new RuntimeException(new SQLException("x", state)));
        assertEquals(expected, Failure.of(wrapped));
    }

    @Test
    void looksIntoThePoolsWrapping() {
        Throwable wrapped = new SQLException(new IllegalStateException(new SQLException("x", "42703")));
        assertEquals(Failure.BUG, Failure.of(wrapped));
    }

    @Test
    void takesAnythingElseForABug() {
        Exception cause = new IllegalStateException();
        Exception circle = new IllegalStateException(cause);
        cause.initCause(circle);
        assertEquals(Failure.BUG, Failure.of(circle));
    }
}
