package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;

/** Lets calls pass only into organizations that exist and have the outbound module on. */
@ApplicationScoped
class Gate {
    private static final String ORGANIZATION = """
            select o.status, coalesce(m.enabled, false) as enabled
            from organization o
            left join organization_module m on m.organization_id = o.id and m.module = 'outbound'
            where o.id = :id
            """;

    @Inject
    Sql sql;

    /** True where the organization is suspended: readable, not writable. */
    record Passed(boolean suspended) {}

    /**
     * Checks the organization of the current transaction.
     *
     * @throws Refusal {@code organization_not_found} or {@code module_disabled}
     */
    Passed check(UUID organizationId) {
        Found found = sql.acrossOrganizations(ORGANIZATION)
                .set("id", organizationId)
                .first(row -> new Found(row.text("status"), row.bool("enabled")))
                .orElseThrow(() -> unknown(organizationId));
        if (!found.enabled()) {
            throw new Refusal(
                    ErrorCode.MODULE_DISABLED,
                    "The outbound module is off for this organization: its owner has to turn it on first.",
                    List.of(new Violation("/organizationId", "module_disabled", "the outbound module is off", null)));
        }
        return new Passed("suspended".equals(found.status()));
    }

    /** Refuses what would change a suspended organization. */
    static Refusal suspended() {
        return new Refusal(
                ErrorCode.INVALID_STATE,
                "The organization is suspended: it can be read, not changed.",
                List.of(new Violation(
                        "/organizationId", "organization_suspended", "the organization is suspended", null)));
    }

    private static Refusal unknown(UUID organizationId) {
        return new Refusal(
                ErrorCode.ORGANIZATION_NOT_FOUND,
                "No organization " + organizationId + " exists: find its id with crm_resolve_workspace.",
                List.of(new Violation("/organizationId", "organization_not_found", "no such organization", null)),
                List.of(NextAction.in(
                        null,
                        "crm_resolve_workspace",
                        "Shows whether the id belongs to a workspace; search by name, slug or owner instead.",
                        Map.of("organizationId", organizationId))));
    }

    private record Found(String status, boolean enabled) {}
}
