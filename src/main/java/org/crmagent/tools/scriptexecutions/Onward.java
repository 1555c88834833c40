package org.crmagent.tools.scriptexecutions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.ExecutionStatus;
import org.crmagent.model.LifeCycle;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.store.member.Members;
import org.crmagent.store.qualification.Qualifications;
import org.crmagent.store.qualification.StoredQualification;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Warning;

/** Where an execution leads to, once it was recorded or could not be. */
@ApplicationScoped
class Onward {

    @Inject
    Qualifications qualifications;

    @Inject
    Members members;

    /** What is left to do once nothing waits for an answer, and the qualification that comes of a completed script. */
    List<NextAction> after(StoredExecution execution, AutoQualify.Outcome qualified) {
        List<NextAction> next = new ArrayList<>();
        if (execution.open() && execution.path().nextStep().isEmpty()) {
            next.add(NextAction.of(
                    "upsert_script_execution",
                    "Completes it: every step on the path is answered.",
                    Map.of("executionId", execution.id(), "status", ExecutionStatus.COMPLETED)));
        }
        if (qualified.qualificationId() != null) {
            next.add(Qualifications.show(qualified.qualificationId(), "Shows the draft."));
        } else if (qualified.kept() != null) {
            next.add(Qualifications.show(qualified.kept(), "Shows the qualification that was left alone."));
        } else if (execution.status() == ExecutionStatus.COMPLETED) {
            next.addAll(qualifying(execution.id(), execution.campaignId(), execution.contactId()));
        }
        return next;
    }

    /** An execution that has ended is to be changed. */
    Refusal ended(StoredExecution execution) {
        UUID campaign = execution.campaignId();
        UUID contact = execution.contactId();
        List<NextAction> next = new ArrayList<>();
        next.add(NextAction.of("get_script_execution", "Shows it.", Map.of("executionId", execution.id())));
        if (Recording.canStart(members.get(campaign, contact))) {
            next.add(NextAction.of(
                    "upsert_script_execution",
                    "Starts another one, unless one is in progress.",
                    Map.of("campaignId", campaign, "contactId", contact)));
        }
        String status = LifeCycle.word(execution.status());
        return new Refusal(
                ErrorCode.INVALID_STATE,
                "Nothing was recorded: the execution is " + status + " and stays as it is.",
                List.of(new Violation("/input/executionId", "execution_ended", "the execution is " + status, null)),
                next);
    }

    /** Where one without answers is told of although the contact has completed another. */
    static List<Warning> warning(Optional<StoredExecution> completed) {
        return completed.stream()
                .map(earlier -> new Warning(
                        "previous_execution_completed",
                        "The contact has completed another execution in this campaign; its answers are not in this one.",
                        earlier.id().toString()))
                .toList();
    }

    /** The call that shows it. */
    static List<NextAction> showing(Optional<StoredExecution> completed) {
        return completed.stream()
                .map(earlier -> NextAction.of(
                        "get_script_execution",
                        "Shows the one that was completed before.",
                        Map.of("executionId", earlier.id())))
                .toList();
    }

    private List<NextAction> qualifying(UUID execution, UUID campaign, UUID contact) {
        Optional<StoredQualification> made = qualifications.find(campaign, contact);
        if (made.isPresent()) {
            return List.of(Qualifications.show(made.get().id(), "Shows the contact's qualification in this campaign."));
        }
        return members.get(campaign, contact).qualifiable()
                ? List.of(Qualifications.draft(
                        campaign,
                        contact,
                        "Drafts the contact's qualification out of what the script has captured.",
                        Map.of("scriptExecutionId", execution)))
                : List.of();
    }
}
