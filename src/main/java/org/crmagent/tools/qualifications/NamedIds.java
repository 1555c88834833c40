package org.crmagent.tools.qualifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** What a creation names beside the contact and its campaign: all that does not exist is told at once, before what it is like. */
@ApplicationScoped
class NamedIds {

    private static final String KNOWN = """
            select exists (select from qualification_template
                           where organization_id = :organizationId and id = :templateId::uuid) as template,
                   exists (select from script_execution
                           where organization_id = :organizationId and id = :executionId::uuid) as execution,
                   exists (select from app_user where organization_id = :organizationId and id = :agentId::uuid) as agent
            """;

    @Inject
    Sql sql;

    private record Known(boolean template, boolean execution, boolean agent) {}

    /**
     * Lets pass ids that exist, and null.
     *
     * @throws org.crmagent.tool.Refusal {@code not_found}, one violation an id
     */
    void check(@Nullable UUID template, @Nullable UUID execution, @Nullable UUID agent) {
        if (template == null && execution == null && agent == null) {
            return;
        }
        Known known = sql.of(KNOWN)
                .set("templateId", template)
                .set("executionId", execution)
                .set("agentId", agent)
                .one(row -> new Known(row.bool("template"), row.bool("execution"), row.bool("agent")));
        Violations unknown = new Violations();
        add(template, known.template, "qualification template", "/templateId", unknown);
        add(execution, known.execution, "script execution", "/scriptExecutionId", unknown);
        add(agent, known.agent, "agent", "/agentId", unknown);
        unknown.refuse(
                ErrorCode.NOT_FOUND, "Nothing was done: what the call names does not all exist in this organization.");
    }

    private static void add(@Nullable UUID id, boolean known, String what, String pointer, Violations unknown) {
        if (id != null && !known) {
            unknown.add(pointer, "not_found", "no " + what + " " + id + " exists in this organization");
        }
    }
}
