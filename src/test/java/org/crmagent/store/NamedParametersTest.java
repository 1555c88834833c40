package org.crmagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedParametersTest {

    @Test
    void keepsTheOrderAndRepeats() {
        NamedParameters sql = NamedParameters.of("select :a, :b from t where a = :a");
        assertEquals("select ?, ? from t where a = ?", sql.text());
        assertEquals(List.of("a", "b", "a"), sql.names());
    }

    @Test
    void leavesCastsAndFormatsAlone() {
        NamedParameters sql =
                NamedParameters.of("select x::text, to_char(at, 'HH24:MI'), x ~ '[[:alnum:]]', :ids::uuid[]");
        assertEquals("select x::text, to_char(at, 'HH24:MI'), x ~ '[[:alnum:]]', ?::uuid[]", sql.text());
        assertEquals(List.of("ids"), sql.names());
    }

    @Test
    void refusesTenantSqlThatForgetsTheOrganization() {
        Sql sql = new Sql();
        sql.binding = new Binding();
        assertThrows(IllegalArgumentException.class, () -> sql.of("select 1 from contact"));
    }
}
