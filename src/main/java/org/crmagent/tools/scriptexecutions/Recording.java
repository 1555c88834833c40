package org.crmagent.tools.scriptexecutions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.ExecutionStatus;
import org.crmagent.store.Overtaken;
import org.crmagent.store.Sql;
import org.crmagent.store.execution.Executions;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Source;
import org.crmagent.tool.Violation;
import org.jspecify.annotations.Nullable;

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

    /** The contact can't be removed from the campaign meanwhile: a removal abandons what it finds open. */
    private static final String START = """
            insert into script_execution (organization_id, id, campaign_id, contact_id, agent_id, script_template_id,
                                          template_version, template_snapshot, started_at, updated_at)
            select :organizationId, :id, m.campaign_id, m.contact_id, m.assigned_agent_id, t.id, t.version,
                   jsonb_build_object('name', t.name, 'language', t.language, 'steps', t.steps), :now, :now
            from campaign_contact m
            join campaign c on c.organization_id = m.organization_id and c.id = m.campaign_id
            join script_template t on t.organization_id = c.organization_id and t.id = c.script_template_id
            where m.organization_id = :organizationId and m.campaign_id = :campaign and m.contact_id = :contact
            for key share of m
            """;

    private static final String CHANGE = """
            update script_execution
            set responses = :responses, status = :status, agent_id = :agent, updated_at = :now,
                completed_at = case when :status <> 'in_progress' then :now::timestamptz end
            where organization_id = :organizationId and id = :id
            """;

    @Inject
    Sql sql;

    @Inject
    Source source;

    @Inject
    Executions executions;

    @Inject
    Places places;

    /**
     * The execution that a call is to change, locked.
     *
     * @return empty where the contact has none in progress
     */
    Optional<StoredExecution> lock(ChosenExecution chosen) {
        if (chosen.executionId() != null) {
            sql.of(LOCK).set("id", chosen.executionId()).first(row -> row.uuid("id"));
            return Optional.of(executions.get(chosen.executionId(), "/executionId"));
        }
        return sql.of(LOCK_OPEN)
                .set("campaign", chosen.place().campaign())
                .set("contact", chosen.place().contact())
                .first(row -> row.uuid("id"))
                .flatMap(executions::find);
    }

    /**
     * Starts one with a copy of the campaign's script, read by the contact's agent.
     *
     * @throws Refusal {@code not_found}, {@code invalid_state}
     */
    StoredExecution start(ChosenExecution.Place at, Places.Place place, Instant now) {
        refuseUnfit(at, place);
        UUID id = source.newId();
        long started = sql.of(START)
                .set("id", id)
                .set("campaign", at.campaign())
                .set("contact", at.contact())
                .set("now", now)
                .update();
        return executions.find(id).orElseThrow(() -> new Overtaken(started + " executions could be started"));
    }

    /** Writes answers, status and agent. */
    StoredExecution change(
            UUID id, Map<String, String> responses, ExecutionStatus status, @Nullable UUID agent, Instant now) {
        sql.of(CHANGE)
                .set("id", id)
                .set("responses", json(responses))
                .set("status", status)
                .set("agent", agent)
                .set("now", now)
                .update();
        return executions.get(id, "/executionId");
    }

    /** As the column keeps them. */
    static JsonObject json(Map<String, String> responses) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        responses.forEach(json::add);
        return json.build();
    }

    private static void refuseUnfit(ChosenExecution.Place at, Places.Place place) {
        if (!place.member()) {
            throw new Refusal(
                    ErrorCode.NOT_FOUND,
                    "The contact " + at.contact() + " is not in the campaign " + at.campaign() + ": add it first.",
                    List.of(new Violation("/input/contactId", "not_found", "the contact is not in the campaign", null)),
                    List.of(NextAction.of(
                            "bulk_add_contacts_to_campaign_by_filter",
                            "Shows whether the contact can be added.",
                            Map.of(
                                    "campaignId",
                                    at.campaign(),
                                    "filter",
                                    Map.of("contactIds", List.of(at.contact())),
                                    "dryRun",
                                    true))));
        }
        if (place.ended()) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE,
                    "Nothing was started: the campaign is over.",
                    List.of(new Violation(
                            "/input/campaignId",
                            "campaign_ended",
                            "the campaign is completed or archived: nobody is called for it any more",
                            null)));
        }
        if (place.script() == null) {
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
