package org.crmagent.tools.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.Warning;
import org.jspecify.annotations.Nullable;

/** Tells ids of a filter that name nothing: they only select, so they are no reason to refuse. */
@ApplicationScoped
class UnknownFilterIds {

    private static final String UNKNOWN = """
            select asked.id
            from (select :agent::uuid as id
                  where not exists (select from app_user
                                    where organization_id = :organizationId and id = :agent::uuid and role = 'agent')
                  union all
                  select :script::uuid
                  where not exists (select from script_template
                                    where organization_id = :organizationId and id = :script::uuid)
                  union all
                  select :qualification::uuid
                  where not exists (select from qualification_template
                                    where organization_id = :organizationId and id = :qualification::uuid)) asked
            where asked.id is not null
            """;

    @Inject
    Sql sql;

    /** One warning for each id that is given and unknown. */
    List<Warning> warnings(@Nullable UUID agent, @Nullable UUID script, @Nullable UUID qualification) {
        if (agent == null && script == null && qualification == null) {
            return List.of();
        }
        return sql.of(UNKNOWN)
                .set("agent", agent)
                .set("script", script)
                .set("qualification", qualification)
                .list(row -> warning(row.text("id")));
    }

    private static Warning warning(String id) {
        return new Warning(
                "unknown_filter_ids",
                "The filter's id " + id + " names nothing in this organization, so it selects nothing.",
                id);
    }
}
