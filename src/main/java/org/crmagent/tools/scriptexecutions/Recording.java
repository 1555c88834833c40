package org.crmagent.tools.scriptexecutions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.store.Overtaken;
import org.crmagent.store.Query;
import org.crmagent.store.Sql;
import org.crmagent.store.execution.Executions;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.store.member.Members;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Source;
import org.crmagent.tool.Violation;

/** Starts and changes executions. */
@ApplicationScoped
class Recording {

    private static final String LOCK = """
            select id from script_execution where organization_id = :organizationId and id = :id for no key update
            """;

    private static final String LOCK_OPEN = """
            select id from script_execution
            where organization_id = :organizationId and campaign_id = :campaign and contact_id = :contact
              and status = 'in_progress'
            for no key update
            """;

    private static final String START = """
            insert into script_execution (organization_id, id, campaign_id, contact_id, agent_id, script_template_id,
                                          template_version, template_snapshot, responses, status, started_at, updated_at,
                                          completed_at)
            select :organizationId, :id, :campaign, :contact, :agent::uuid, t.id, t.version,
                   jsonb_build_object('name', t.name, 'language', t.language, 'steps', t.steps), :responses, :status, :now, :now,
                   case when :status <> 'in_progress' then :now::timestamptz end
            from script_template t
            where t.organization_id = :organizationId and t.id = :script and t.version = :version
            """;

    private static final String CHANGE = """
            update script_execution
            set responses = :responses, status = :status, agent_id = :agent::uuid, updated_at = :now,
                completed_at = case when :status <> 'in_progress' then :now::timestamptz end
            where organization_id = :organizationId and id = :id
            """;

    @Inject
    Sql sql;

    @Inject
    Source source;

    @Inject
    Executions executions;

    /**
     * The execution that a call names or finds.
     *
     * @param orCompleted true: where none is in progress, the latest completed one
     * @return empty where one has to be started
     */
    Optional<StoredExecution> find(ChosenExecution chosen, boolean orCompleted) {
        if (chosen.executionId() != null) {
            return Optional.of(executions.get(chosen.executionId(), "/executionId"));
        }
        UUID campaign = chosen.place().campaign();
        UUID contact = chosen.place().contact();
        return executions
                .find(campaign, contact)
                .filter(StoredExecution::open)
                .or(() -> orCompleted ? executions.completed(campaign, contact) : Optional.empty());
    }

    /** The same, locked for a change. */
    Optional<StoredExecution> lock(ChosenExecution chosen, boolean orCompleted) {
        if (chosen.executionId() != null) {
            return Optional.of(locked(chosen.executionId()));
        }
        UUID campaign = chosen.place().campaign();
        UUID contact = chosen.place().contact();
        return sql.of(LOCK_OPEN)
                .set("campaign", campaign)
                .set("contact", contact)
                .first(row -> row.uuid("id"))
                .flatMap(executions::find)
                .or(() -> orCompleted
                        ? executions
                                .completed(campaign, contact)
                                .map(StoredExecution::id)
                                .map(this::locked)
                        : Optional.empty());
    }

    private StoredExecution locked(UUID id) {
        sql.of(LOCK).set("id", id).first(row -> row.uuid("id"));
        return executions.get(id, "/executionId");
    }

    /**
     * The execution as it would start now.
     *
     * @throws Refusal {@code not_found}, {@code invalid_state}
     */
    StoredExecution unstarted(ChosenExecution.Place at, Members.Member member, Instant now) {
        refuseUnfit(at, member);
        return executions
                .unstarted(at.campaign(), at.contact(), source.newId(), now)
                .orElseThrow(() -> new Overtaken("the contact or the script was taken out of the campaign"));
    }

    /** Writes one that has not started yet, with what was answered at once. */
    StoredExecution start(StoredExecution unstarted, ExecutionChange change) {
        long started = written(START, unstarted.id(), change, unstarted.startedAt())
                .set("campaign", unstarted.campaignId())
                .set("contact", unstarted.contactId())
                .set("script", unstarted.scriptTemplateId())
                .set("version", unstarted.templateVersion())
                .update();
        if (started != 1) {
            throw new Overtaken("the script was changed");
        }
        return executions.get(unstarted.id(), "/executionId");
    }

    /** Writes answers, status and agent of a locked one. */
    StoredExecution change(StoredExecution before, ExecutionChange change, Instant now) {
        written(CHANGE, before.id(), change, now).update();
        return executions.get(before.id(), "/executionId");
    }

    private Query written(String statement, UUID id, ExecutionChange change, Instant now) {
        return sql.of(statement)
                .set("id", id)
                .set("responses", ExecutionChange.json(change.responses()))
                .set("status", change.status())
                .set("agent", change.agent())
                .set("now", now);
    }

    /** True where a script can be read to the contact in the campaign from now on. */
    static boolean canStart(Members.Member member) {
        return member.state() != null && member.scriptId() != null && !member.over();
    }

    private static void refuseUnfit(ChosenExecution.Place at, Members.Member member) {
        if (member.state() == null) {
            throw Members.notIn(at.campaign(), at.contact());
        }
        if (member.over()) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE,
                    "Nothing was started: the campaign is over.",
                    List.of(new Violation(
                            "/input/campaignId",
                            "campaign_ended",
                            "the campaign is completed or archived: nobody is called for it any more",
                            null)));
        }
        if (member.scriptId() == null) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE,
                    "Nothing was started: the campaign has no call script, attach one first.",
                    List.of(new Violation(
                            "/input/campaignId", "campaign_without_script", "the campaign has no call script", null)),
                    List.of(NextAction.of(
                            "list_script_templates",
                            "Shows the scripts that attach_campaign_templates can attach.",
                            Map.of("statuses", List.of("published")))));
        }
    }
}
