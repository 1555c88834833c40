package org.crmagent.tools.outbound;

/** By what two contacts count as one when they are added. */
public enum DuplicateKey {
    PHONE("phone_e164"),
    EMAIL("email_key"),
    NONE("");

    private final String column;

    DuplicateKey(String column) {
        this.column = column;
    }

    /** The column of {@code contact} that holds it, null where a contact has none. */
    String column() {
        return column;
    }
}
