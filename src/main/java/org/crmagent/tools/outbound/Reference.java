package org.crmagent.tools.outbound;

import java.util.UUID;
import org.crmagent.store.Row;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** Another thing, by id and the name a reader wants. */
public record Reference(
        @Doc("Its id.") UUID id,
        @Doc(value = "Its name.", max = 200) String name) {

    /** From two columns; null where the id is. */
    static @Nullable Reference of(Row row, String id, String name) {
        UUID found = row.uuidOrNull(id);
        return found == null ? null : new Reference(found, row.cell(name));
    }
}
