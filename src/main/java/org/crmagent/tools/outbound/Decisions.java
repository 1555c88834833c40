package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.Call;

/**
 * Runs the one statement by which a bulk tool decides. A dry run only counts what it yields; a run keeps its rows in the
 * temporary table {@code planned} until the transaction ends, and then acts on just these.
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
     * Decides.
     *
     * @param rows yields {@code contact_id}, {@code reason} (text, null: will be acted on), {@code owner} (the agent it is
     *     assigned to, or null), {@code print} (hash of the contact and its state) and {@code n} (its place in the order
     *     of acting, or null where none matters)
     */
    Decision decide(String rows, Map<String, ?> parameters, Call call) {
        if (!call.dryRun()) {
            sql.of("create temporary table planned on commit drop as\n" + rows)
                    .setAll(parameters)
                    .update();
        }
        var figures = call.dryRun()
                ? sql.of("with planned as materialized (\n" + rows + ")\n" + FIGURES)
                        .setAll(parameters)
                : sql.acrossOrganizations(FIGURES);
        Map<String, Long> skipped = new HashMap<>();
        Map<UUID, Long> owners = new HashMap<>();
        List<UUID> sample = new ArrayList<>();
        long[] done = new long[2];
        figures.list(row -> {
            UUID contact = row.uuidOrNull("contact_id");
            String reason = row.textOrNull("reason");
            UUID owner = row.uuidOrNull("owner");
            long contacts = row.number("contacts");
            if (contact != null) {
                return sample.add(contact);
            }
            if (reason != null) {
                return skipped.merge(reason, contacts, Long::sum);
            }
            done[0] += contacts;
            done[1] ^= row.number("print");
            return owner == null ? contacts : owners.put(owner, contacts);
        });
        return new Decision(done[0], skipped, owners, done[1], sample);
    }
}
