package org.crmagent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.crmagent.it.Database;
import org.junit.jupiter.api.Test;

/** PostgreSQL itself says whether it planned a statement for its values or once for all. */
class PlannedQueryIT {
    private static final int OFTEN = 20;

    @Test
    void isPlannedForItsValuesHoweverOftenItRan() throws SQLException {
        try (Connection owner = Database.owner()) {
            owner.setAutoCommit(false);
            for (int i = 0; i < OFTEN; i++) {
                query(owner, "planned").planned().set("name", "x" + i).list(row -> row.text("id"));
                query(owner, "cached").set("name", "x" + i).list(row -> row.text("id"));
            }
            assertEquals(0, generic(owner, "planned"));
            assertTrue(generic(owner, "cached") > 0, "nothing is ever planned once for all, so this shows nothing");
            owner.rollback();
        }
    }

    private static Query query(Connection connection, String mark) {
        String sql = "select oid::text as id from pg_class where relname = :name /* " + mark + " */";
        return new Query(new OneConnection(connection), NamedParameters.of(sql));
    }

    private static long generic(Connection connection, String mark) {
        String sql = "select coalesce(sum(generic_plans), 0) as plans from pg_prepared_statements"
                + " where statement like :mark and statement not like '%pg_prepared%'";
        return new Query(new OneConnection(connection), NamedParameters.of(sql))
                .set("mark", "%/* " + mark + " */%")
                .one(row -> row.number("plans"));
    }

    /** The connection of a transaction, which stays open when a query closes it. */
    private static final class OneConnection extends Binding {
        private final Connection open;

        OneConnection(Connection connection) {
            running = new Running();
            open = (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        try {
                            return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }

        @Override
        Connection connection() {
            return open;
        }
    }
}
