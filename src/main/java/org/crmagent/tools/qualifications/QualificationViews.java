package org.crmagent.tools.qualifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;

/** Reads qualifications with the names that a reader wants beside their ids. */
@ApplicationScoped
class QualificationViews {

    private static final String READ = """
            select q.*, c.name as campaign_name, nullif(btrim(concat_ws(' ', k.first_name, k.last_name)), '') as contact_name,
                   k.company, u.full_name as agent_name
            from unnest(:ids::uuid[]) with ordinality as asked (id, place)
            join qualification q on q.organization_id = :organizationId and q.id = asked.id
            join campaign c on c.organization_id = q.organization_id and c.id = q.campaign_id
            join contact k on k.organization_id = q.organization_id and k.id = q.contact_id
            left join app_user u on u.organization_id = q.organization_id and u.id = q.agent_id
            order by asked.place
            """;

    @Inject
    Sql sql;

    /** One that is known to exist. */
    QualificationView get(UUID id) {
        return sql.of(READ).set("ids", List.of(id)).one(QualificationView::of);
    }

    /** Several, in the order of their ids. */
    <T> List<T> list(List<UUID> ids, Row.Mapper<T> mapper) {
        return sql.of(READ).set("ids", ids).list(mapper);
    }
}
