package org.crmagent.store.execution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.ExecutionStatus;
import org.crmagent.store.Query;
import org.crmagent.store.Sql;
import org.crmagent.tool.Refusal;

/** Reads script executions. */
@ApplicationScoped
public class Executions {

    private static final String READ = """
            select e.id, e.campaign_id, c.name as campaign_name, e.contact_id,
                   nullif(btrim(concat_ws(' ', k.first_name, k.last_name)), '') as contact_name,
                   e.agent_id, u.full_name as agent_name, e.script_template_id, e.template_version, e.template_snapshot,
                   e.status, e.responses, e.started_at, e.completed_at, e.updated_at
            from script_execution e
            join campaign c on c.organization_id = e.organization_id and c.id = e.campaign_id
            join contact k on k.organization_id = e.organization_id and k.id = e.contact_id
            left join app_user u on u.organization_id = e.organization_id and u.id = e.agent_id
            where e.organization_id = :organizationId
            """;

    private static final String BY_ID = READ + " and e.id = :id";

    private static final String OF_CONTACT = READ + """
             and e.campaign_id = :campaign and e.contact_id = :contact
            order by e.status = 'in_progress' desc, e.started_at desc, e.id desc
            limit 1
            """;

    /** The index finds a contact's executions in a campaign, which are few. */
    private static final String OF_EACH_STATUS = READ + """
             and e.id in (select distinct on (o.status) o.id
                          from script_execution o
                          where o.organization_id = :organizationId and o.campaign_id = :campaign and o.contact_id = :contact
                          order by o.status, o.responses <> '{}'::jsonb desc, o.started_at desc, o.id desc)
            """;

    /** The contact can't be removed from the campaign meanwhile: a removal abandons what it finds open. */
    private static final String UNSTARTED = """
            select :id::uuid as id, c.id as campaign_id, c.name as campaign_name, k.id as contact_id,
                   nullif(btrim(concat_ws(' ', k.first_name, k.last_name)), '') as contact_name,
                   u.id as agent_id, u.full_name as agent_name, t.id as script_template_id, t.version as template_version,
                   jsonb_build_object('name', t.name, 'language', t.language, 'steps', t.steps) as template_snapshot,
                   'in_progress' as status, '{}'::jsonb as responses, :now::timestamptz as started_at,
                   null::timestamptz as completed_at, :now::timestamptz as updated_at
            from campaign_contact m
            join campaign c on c.organization_id = m.organization_id and c.id = m.campaign_id
            join contact k on k.organization_id = m.organization_id and k.id = m.contact_id
            join script_template t on t.organization_id = c.organization_id and t.id = c.script_template_id
            left join app_user u on u.organization_id = m.organization_id and u.id = m.assigned_agent_id
            where m.organization_id = :organizationId and m.campaign_id = :campaign and m.contact_id = :contact
            for key share of m
            """;

    @Inject
    Sql sql;

    /** The execution of this id, if the organization has it. */
    public Optional<StoredExecution> find(UUID id) {
        return sql.of(BY_ID).set("id", id).first(StoredExecution::of);
    }

    /** A contact's execution in a campaign: the one in progress, else the one that started last. */
    public Optional<StoredExecution> find(UUID campaign, UUID contact) {
        Query query = sql.of(OF_CONTACT).set("campaign", campaign).set("contact", contact);
        return query.first(StoredExecution::of);
    }

    /** A contact's completed execution in a campaign that started last; one with answers before any without. */
    public Optional<StoredExecution> completed(UUID campaign, UUID contact) {
        return ofEachStatus(campaign, contact).stream()
                .filter(execution -> execution.status() == ExecutionStatus.COMPLETED)
                .findFirst();
    }

    /**
     * The execution of a contact in a campaign that values are to be taken from: the one in progress if it has captured
     * anything, else the latest completed, else the latest abandoned with captures, else whichever there is.
     */
    public Optional<StoredExecution> telling(UUID campaign, UUID contact) {
        return ofEachStatus(campaign, contact).stream().min(Comparator.comparing(Executions::tellsLittle));
    }

    private static int tellsLittle(StoredExecution execution) {
        boolean captures = !execution.path().captured().isEmpty();
        return switch (execution.status()) {
            case IN_PROGRESS -> captures ? 0 : 3;
            case COMPLETED -> 1;
            case ABANDONED -> captures ? 2 : 4;
        };
    }

    private List<StoredExecution> ofEachStatus(UUID campaign, UUID contact) {
        Query query = sql.of(OF_EACH_STATUS).set("campaign", campaign).set("contact", contact);
        return query.list(StoredExecution::of);
    }

    /**
     * An execution as it would start now: with the campaign's script and the contact's agent.
     *
     * @return empty where the contact is not in the campaign, or the campaign has no script
     */
    public Optional<StoredExecution> unstarted(UUID campaign, UUID contact, UUID id, Instant now) {
        Query query = sql.of(UNSTARTED).set("campaign", campaign).set("contact", contact);
        return query.set("id", id).set("now", now).first(StoredExecution::of);
    }

    /**
     * The execution that a tool shows or acts on.
     *
     * @param pointer the member of the input that names it
     * @throws Refusal {@code not_found}
     */
    public StoredExecution get(UUID id, String pointer) {
        return find(id).orElseThrow(() -> Refusal.notFound("script execution", pointer, id));
    }
}
