package org.crmagent.tools.outbound;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crmagent.model.OrganizationStatus;
import org.crmagent.store.Sql;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** The sections of the overview that say whose workspace it is. */
@Dependent
class OverviewIdentity {

    @Inject
    Sql sql;

    record Organization(
            @Doc("Its id.") UUID id,

            @Doc(value = "Slug, cut at 200 characters.", max = 200)
            String slug,

            @Doc(value = "Name, cut at 200 characters.", max = 200)
            String name,

            @Doc(value = "Owner's e-mail, cut at 200 characters.", max = 200) @Nullable
            String ownerEmail,

            @Doc(value = "Owner's name, cut at 200 characters.", max = 200) @Nullable
            String ownerName,

            @Doc("A suspended organization can be read, not changed.")
            OrganizationStatus status,

            @Doc("When it was created.") Instant createdAt) {}

    record Module(
            @Doc(value = "The module's name.", max = 40) String module,

            @Doc("Whether it is on.") boolean enabled) {}

    Organization organization() {
        return sql.of("""
                        select id, slug, name, owner_email, owner_name, status, created_at
                        from organization
                        where id = :organizationId
                        """)
                .one(row -> new Organization(
                        row.uuid("id"),
                        row.cell("slug"),
                        row.cell("name"),
                        row.cellOrNull("owner_email"),
                        row.cellOrNull("owner_name"),
                        row.constant("status", OrganizationStatus.class),
                        row.instant("created_at")));
    }

    List<Module> modules() {
        return sql.of("""
                        select module, enabled
                        from organization_module
                        where organization_id = :organizationId
                        order by module
                        """).list(row -> new Module(row.text("module"), row.bool("enabled")));
    }
}
