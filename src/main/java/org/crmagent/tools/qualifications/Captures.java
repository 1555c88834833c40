package org.crmagent.tools.qualifications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.qualification.Prefill;
import org.crmagent.model.qualification.QualificationField;
import org.crmagent.store.execution.Executions;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Warning;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/** What script executions have captured, as values of a form. */
@ApplicationScoped
class Captures {

    @Inject
    Executions executions;

    /**
     * What was found.
     *
     * @param execution the one named, or read; null where there is none
     * @param prefilled empty where nothing was to be read
     */
    record Found(@Nullable StoredExecution execution, JsonObject prefilled, List<Warning> warnings) {

        /** How much was filled in and from where, to go on a sentence. */
        String told() {
            return execution == null
                    ? "; nothing is filled in."
                    : "; " + Counted.of(prefilled.size(), "value comes", "values come") + " from the script execution "
                            + execution.id() + ", which is " + LifeCycle.word(execution.status()) + ".";
        }
    }

    /**
     * The captures of a contact's execution in a campaign.
     *
     * @param named by the caller; null: the one that tells most
     * @param reads false: an execution is only looked up where it is named
     * @param fields those that may be filled in
     */
    Found of(
            UUID campaign,
            UUID contact,
            @Nullable UUID named,
            boolean reads,
            List<QualificationField> fields,
            @Nullable String country) {
        StoredExecution execution = named != null
                ? named(campaign, contact, named)
                : reads ? executions.telling(campaign, contact).orElse(null) : null;
        if (!reads) {
            return new Found(execution, JsonValue.EMPTY_JSON_OBJECT, List.of());
        }
        if (execution == null) {
            return new Found(
                    null,
                    JsonValue.EMPTY_JSON_OBJECT,
                    List.of(new Warning(
                            "no_script_execution",
                            "The contact has no script execution in this campaign, so nothing was filled in.",
                            contact.toString())));
        }
        Prefill prefill = Prefill.of(fields, execution.path().captured(), country);
        return new Found(execution, prefill.values(), prefill.warnings());
    }

    private StoredExecution named(UUID campaign, UUID contact, UUID id) {
        StoredExecution execution = executions.get(id, "/scriptExecutionId");
        if (!execution.campaignId().equals(campaign) || !execution.contactId().equals(contact)) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE,
                    "The script execution is of another contact or campaign: leave it out, or name one of this contact.",
                    List.of(new Violation(
                            "/input/scriptExecutionId",
                            "other_contact",
                            "the execution is not of this contact in this campaign",
                            null)),
                    List.of(NextAction.of("get_script_execution", "Shows the execution.", Map.of("executionId", id))));
        }
        return execution;
    }
}
