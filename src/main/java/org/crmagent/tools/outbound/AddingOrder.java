package org.crmagent.tools.outbound;

/** Which contacts fall under a limit. */
public enum AddingOrder {
    NEWEST("created_at desc, contact_id desc"),
    OLDEST("created_at, contact_id"),
    NAME("name_key, contact_id");

    private final String sql;

    AddingOrder(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
