package org.crmagent.tools.outbound;

import java.util.UUID;
import org.crmagent.store.Row;
import org.crmagent.store.RowSpace;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** A contact as lists and samples show it. */
public record ContactRow(
        @Doc("The contact.") UUID id,

        @Doc(value = "First and last name.", max = 200) @Nullable
        String fullName,

        @Doc(value = "Company.", max = 200) @Nullable String company,

        @Doc(value = "Phone, E.164.", max = 20) @Nullable String phoneE164,

        @Doc(value = "E-mail.", max = 200) @Nullable String email,
        @Doc(value = "City.", max = 200) @Nullable String city,

        @Doc("True: must not be called.") boolean doNotCall) {

    /** Of {@code contact k}. */
    static final String COLUMNS = """
            k.id as contact_id, nullif(btrim(concat_ws(' ', k.first_name, k.last_name)), '') as full_name,
            k.company, k.phone_e164, k.email, k.city, k.do_not_call
            """;

    /** Bytes of JSON that the texts of a row may take where a page of twenty shows little beside. */
    static final int SPACE = 500;

    /** What is needed most is cut last. */
    static ContactRow of(Row row, RowSpace space) {
        String email = space.cell(row, "email");
        String fullName = space.cell(row, "full_name");
        String company = space.cell(row, "company");
        String city = space.cell(row, "city");
        return new ContactRow(
                row.uuid("contact_id"),
                fullName,
                company,
                row.textOrNull("phone_e164"),
                email,
                city,
                row.bool("do_not_call"));
    }
}
