package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Runs the one statement by which a bulk tool decides. Its rows are kept in the temporary table {@code planned} until the
 * transaction ends: a dry run counts them, a run then acts on just these.
 */
@ApplicationScoped
class Decisions {

    private static final String FIGURES = """
            select reason, owner, count(*) as contacts, bit_xor(print) as print, null::uuid as contact_id
            from planned
            group by reason, owner
            union all
            (select null, null, 0, 0, contact_id from planned where reason is null order by n, contact_id limit 10)
            """;

    @Inject
    Sql sql;

    /**
     * Decides. What is planned is analyzed at once: without statistics PostgreSQL takes the contacts of a million rows for
     * 200 different ones, and looks up each of them where it should join.
     *
     * @param rows yields {@code contact_id}, {@code reason} (text, null: will be acted on), {@code owner} (the agent it is
     *     assigned to, or null), {@code print} (hash of the contact and its state) and {@code n} (its place in the order
     *     of acting, or null where none matters)
     */
    Decision decide(String rows, Map<String, ?> parameters) {
        sql.of("create temporary table planned on commit drop as\n" + rows)
                .setAll(parameters)
                .update();
        sql.acrossOrganizations("analyze planned").update();
        Map<String, Long> skipped = new HashMap<>();
        Map<UUID, Long> owners = new HashMap<>();
        List<UUID> sample = new ArrayList<>();
        long count = 0;
        long print = 0;
        for (Figure figure : sql.acrossOrganizations(FIGURES).list(Figure::of)) {
            if (figure.contactId != null) {
                sample.add(figure.contactId);
            } else if (figure.reason != null) {
                skipped.merge(figure.reason, figure.contacts, Long::sum);
            } else {
                count += figure.contacts;
                print ^= figure.print;
                if (figure.owner != null) {
                    owners.put(figure.owner, figure.contacts);
                }
            }
        }
        return new Decision(count, skipped, owners, print, sample);
    }

    /** How many share a reason and an owner, or one of the sample. */
    private record Figure(
            @Nullable UUID contactId,
            @Nullable String reason,
            @Nullable UUID owner,
            long contacts,
            long print) {

        static Figure of(Row row) {
            return new Figure(
                    row.uuidOrNull("contact_id"),
                    row.textOrNull("reason"),
                    row.uuidOrNull("owner"),
                    row.number("contacts"),
                    row.number("print"));
        }
    }
}
