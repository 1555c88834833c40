package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.Warning;

/** The campaigns that are meant where a call names none. */
@ApplicationScoped
class CampaignsNotArchived {

    /** Where there are more, those that were changed last. */
    private static final String NOT_ARCHIVED = """
            select id, name, total
            from (select id, name, name_key, count(*) over () as total
                  from campaign
                  where organization_id = :organizationId and status <> 'archived'
                  order by updated_at desc, id desc
                  limit :most) c
            order by name_key, id
            """;

    @Inject
    Sql sql;

    /**
     * Those that were found.
     *
     * @param names by id, in the order of the names
     * @param total how many there are, found or not
     */
    record Found(Map<UUID, String> names, long total) {

        boolean all() {
            return total == names.size();
        }

        List<Warning> warnings() {
            return all()
                    ? List.of()
                    : List.of(new Warning(
                            "more_campaigns",
                            total + " campaigns are not archived, and the " + names.size()
                                    + " changed last are shown: name the others in campaignIds.",
                            null));
        }
    }

    /** At most so many. */
    Found find(int most) {
        Map<UUID, String> names = new LinkedHashMap<>();
        List<Long> totals = sql.of(NOT_ARCHIVED).set("most", most).list(row -> {
            names.put(row.uuid("id"), row.text("name"));
            return row.number("total");
        });
        return new Found(names, totals.isEmpty() ? 0 : totals.get(0));
    }
}
