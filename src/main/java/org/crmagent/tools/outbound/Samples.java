package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.store.RowSpace;
import org.crmagent.store.Sql;

/** Shows a few of the contacts that a bulk tool acts on. */
@ApplicationScoped
class Samples {

    private static final String CONTACTS = "select " + ContactRow.COLUMNS + """
            from unnest(:ids::uuid[]) with ordinality as asked (id, place)
            join contact k on k.organization_id = :organizationId and k.id = asked.id
            order by asked.place
            """;

    @Inject
    Sql sql;

    /** Those of the ids, at most ten, in their order. */
    List<ContactRow> of(List<UUID> ids) {
        return sql.of(CONTACTS).set("ids", ids).list(row -> ContactRow.of(row, new RowSpace(ContactRow.SPACE)));
    }
}
