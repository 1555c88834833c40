package org.crmagent.tools.outbound;

import org.crmagent.tool.Spelled;

/** By what two contacts may be the same person. */
public enum MatchKey implements Spelled {
    PHONE("phone", "phone_e164"),
    EMAIL("email", "email_key"),
    EXTERNAL_ID("externalId", "external_id"),
    NAME_COMPANY("nameCompany", "name_company_key");

    private final String spelling;
    private final String column;

    MatchKey(String spelling, String column) {
        this.spelling = spelling;
        this.column = column;
    }

    @Override
    public String spelling() {
        return spelling;
    }

    /** The column of {@code contact} that holds it, null where a contact has none. */
    String column() {
        return column;
    }
}
