package org.crmagent.store.qualification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.crmagent.store.Query;
import org.crmagent.store.Sql;
import org.crmagent.tool.NextAction;

/** The rows of qualifications: one a contact and campaign, which their unique key sees to. */
@ApplicationScoped
public class Qualifications {

    private static final String READ = "select * from qualification where organization_id = :organizationId ";
    private static final String BY_ID = READ + "and id = :id";
    private static final String OF_CONTACT = READ + "and campaign_id = :campaign and contact_id = :contact";
    private static final String LOCKED = " for no key update";

    private static final String ADD = """
            insert into qualification (organization_id, id, campaign_id, contact_id, qualification_template_id, template_version,
                                       status, values, score, agent_id, script_execution_id, source, version, created_at, updated_at)
            values (:organizationId, :id, :campaign, :contact, :template, :templateVersion,
                    :status, :values::jsonb, :score::numeric, :agent::uuid, :execution::uuid, :source, :version, :createdAt, :updatedAt)
            """;

    private static final String REPLACE = """
            update qualification
            set template_version = :templateVersion, status = :status, values = :values::jsonb, score = :score::numeric,
                agent_id = :agent::uuid, script_execution_id = :execution::uuid, source = :source, version = :version,
                updated_at = :updatedAt
            where organization_id = :organizationId and id = :id
            """;

    @Inject
    Sql sql;

    /** The qualification of this id, if the organization has it. */
    public Optional<StoredQualification> find(UUID id) {
        return sql.of(BY_ID).set("id", id).first(StoredQualification::of);
    }

    /** A contact's qualification in a campaign. */
    public Optional<StoredQualification> find(UUID campaign, UUID contact) {
        return ofContact(OF_CONTACT, campaign, contact);
    }

    /** The same as {@link #find(UUID)}, locked for a change. */
    public Optional<StoredQualification> lock(UUID id) {
        return sql.of(BY_ID + LOCKED).set("id", id).first(StoredQualification::of);
    }

    /** The same as {@link #find(UUID, UUID)}, locked for a change. */
    public Optional<StoredQualification> lock(UUID campaign, UUID contact) {
        return ofContact(OF_CONTACT + LOCKED, campaign, contact);
    }

    /** Adds a new one. Whoever was quicker has the transaction run again, which then finds it. */
    public void add(StoredQualification made) {
        written(ADD, made)
                .set("campaign", made.campaignId())
                .set("contact", made.contactId())
                .set("template", made.templateId())
                .set("createdAt", made.createdAt())
                .update();
    }

    /** Writes a locked one anew: all but its contact, campaign and form. */
    public void replace(StoredQualification changed) {
        written(REPLACE, changed).update();
    }

    /** The call that shows one. */
    public static NextAction show(UUID id) {
        return show(id, "Shows the qualification as it is now.");
    }

    /** The same, for a reason of its own. */
    public static NextAction show(UUID id, String reason) {
        return NextAction.of("get_qualification", reason, Map.of("qualificationId", id));
    }

    /**
     * The call that drafts a contact's qualification out of what its script execution has captured.
     *
     * @param further members of the input; without {@code scriptExecutionId} it is the execution that tells most
     */
    public static NextAction draft(UUID campaign, UUID contact, String reason, Map<String, ?> further) {
        Map<String, Object> input = new TreeMap<>(further);
        input.putAll(
                Map.of("campaignId", campaign, "contactId", contact, "values", Map.of(), "prefillFromExecution", true));
        return NextAction.of("create_qualification", reason, input);
    }

    private Optional<StoredQualification> ofContact(String text, UUID campaign, UUID contact) {
        Query query = sql.of(text).set("campaign", campaign).set("contact", contact);
        return query.first(StoredQualification::of);
    }

    private Query written(String text, StoredQualification written) {
        return sql.of(text)
                .set("id", written.id())
                .set("templateVersion", written.templateVersion())
                .set("status", written.status())
                .set("values", written.values())
                .set("score", written.score())
                .set("agent", written.agentId())
                .set("execution", written.executionId())
                .set("source", written.source())
                .set("version", written.version())
                .set("updatedAt", written.updatedAt());
    }
}
