package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Warning;

/** Finds the campaigns that a read over several of them names; one that does not exist is told, and no reason to refuse. */
@ApplicationScoped
class NamedCampaigns {

    private static final String NAMES =
            "select id, name from campaign where organization_id = :organizationId and id = any (:ids::uuid[])";

    @Inject
    Sql sql;

    /**
     * What became of the ids.
     *
     * @param names of the campaigns that exist, by id, in the order asked
     * @param notFound the ids that name none, in the order asked
     */
    record Found(Map<UUID, String> names, List<UUID> notFound) {

        List<UUID> ids() {
            return List.copyOf(names.keySet());
        }

        List<Warning> warnings() {
            return notFound.isEmpty()
                    ? List.of()
                    : List.of(new Warning(
                            "not_found",
                            notFound.size() == 1
                                    ? "The id " + notFound.get(0) + " names no campaign of this organization."
                                    : notFound.size() + " ids name no campaign of this organization.",
                            notFound.size() == 1 ? notFound.get(0).toString() : null));
        }

        List<NextAction> nextActions() {
            return notFound.isEmpty()
                    ? List.of()
                    : List.of(NextAction.of(
                            "list_campaigns", "Finds the ids of campaigns by name.", Map.of("sort", "name")));
        }
    }

    /** Those that exist, in the order asked, and those that don't. */
    Found find(List<UUID> ids) {
        Map<UUID, String> known = new HashMap<>();
        sql.of(NAMES).set("ids", ids).list(row -> known.put(row.uuid("id"), row.text("name")));
        Map<UUID, String> names = new LinkedHashMap<>();
        ids.stream().filter(known::containsKey).forEach(id -> names.put(id, known.getOrDefault(id, "")));
        return new Found(
                names, ids.stream().filter(id -> !known.containsKey(id)).toList());
    }
}
