package org.crmagent.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.crmagent.tool.Warning;

/** Tells ids of a filter that name nothing: they only select, so they are no reason to refuse. */
@ApplicationScoped
public class UnknownFilterIds {
    private static final int MOST_TOLD = 5;

    @Inject
    Sql sql;

    /** What an id of a filter names. */
    public enum Named {
        AGENT("agent", "app_user n where n.role = 'agent' and"),
        CAMPAIGN("campaign", "campaign n where"),
        CONTACT("contact", "contact n where"),
        IMPORT_FOLDER("import folder", "import_folder n where"),
        SCRIPT_TEMPLATE("script template", "script_template n where"),
        QUALIFICATION_TEMPLATE("qualification template", "qualification_template n where");

        private final String word;
        private final String unknown;

        Named(String word, String table) {
            this.word = word;
            this.unknown = "select asked.id from unnest(:ids::uuid[]) as asked (id) where not exists (select from "
                    + table + " n.organization_id = :organizationId and n.id = asked.id) order by asked.id";
        }
    }

    /** One warning for each kind of which ids are unknown; its resource is the id where it is only one. */
    public List<Warning> warnings(Map<Named, ? extends Collection<UUID>> asked) {
        return asked.entrySet().stream()
                .flatMap(each -> unknown(each.getKey(), each.getValue()).stream())
                .toList();
    }

    private List<Warning> unknown(Named named, Collection<UUID> ids) {
        List<String> unknown = ids.isEmpty()
                ? List.of()
                : sql.of(named.unknown).set("ids", ids).list(row -> row.text("id"));
        if (unknown.isEmpty()) {
            return List.of();
        }
        if (unknown.size() == 1) {
            String id = unknown.get(0);
            return List.of(new Warning(
                    "unknown_filter_ids",
                    "The filter's " + named.word + " " + id
                            + " does not exist in this organization, so nothing belongs to it.",
                    id));
        }
        String first = unknown.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
        return List.of(new Warning(
                "unknown_filter_ids",
                unknown.size() + " " + named.word
                        + " ids of the filter do not exist in this organization, so nothing"
                        + " belongs to them: " + first
                        + (unknown.size() > MOST_TOLD ? ", …" : "."),
                null));
    }
}
