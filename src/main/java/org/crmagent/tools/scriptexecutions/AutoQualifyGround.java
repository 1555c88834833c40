package org.crmagent.tools.scriptexecutions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.model.ExecutionStatus;
import org.crmagent.model.QualificationSource;
import org.crmagent.model.QualificationStatus;
import org.crmagent.model.script.SelectedPath;
import org.crmagent.store.execution.Executions;
import org.crmagent.store.execution.StoredExecution;
import org.crmagent.store.member.Members;
import org.crmagent.store.qualification.StoredQualification;
import org.jspecify.annotations.Nullable;

/** Whether a draft may be made, and over which one. */
@ApplicationScoped
class AutoQualifyGround {

    @Inject
    Members members;

    @Inject
    Executions executions;

    /**
     * What a draft stands on.
     *
     * @param obstacle why there can be none; null where there can
     * @param draft the one to write anew; null where there is none yet
     */
    record Ground(
            AutoQualify.@Nullable Outcome obstacle,
            @Nullable UUID formId,
            @Nullable String country,
            @Nullable StoredQualification draft) {}

    /**
     * Finds it.
     *
     * @param path the one that answers take after the call
     * @param status after the call
     * @param found the contact's qualification in the campaign
     */
    Ground find(
            StoredExecution execution, SelectedPath path, ExecutionStatus status, Optional<StoredQualification> found) {
        Members.Member member = members.get(execution.campaignId(), execution.contactId());
        StoredQualification stored = found.orElse(null);
        if (stored != null && !mayBeReplaced(stored, member.templateId())) {
            return kept("it is no automatic draft with the campaign's form", stored.id());
        }
        if (member.state() == null) {
            return obstacle("auto_qualify_not_run", "The contact is no longer in the campaign.", execution.contactId());
        }
        if (member.templateId() == null) {
            return obstacle(
                    "auto_qualify_not_run", "The campaign has no qualification template.", execution.campaignId());
        }
        if (path.answered() == 0) {
            return obstacle("auto_qualify_not_run", "Nothing on the selected path is answered.", execution.id());
        }
        if (stored != null && status != ExecutionStatus.COMPLETED && standsOnMore(stored, execution, path)) {
            return kept("it stands on another execution with more answers, and this one is not completed", stored.id());
        }
        return new Ground(null, member.templateId(), member.country(), stored);
    }

    /** Never over a value that a person gave: whoever changes a draft makes it his own. */
    private static boolean mayBeReplaced(StoredQualification stored, @Nullable UUID form) {
        return stored.source() == QualificationSource.AUTO
                && stored.status() == QualificationStatus.DRAFT
                && stored.templateId().equals(form);
    }

    /** A script that was read to its end tells what there is to tell, however short its path. */
    private boolean standsOnMore(StoredQualification draft, StoredExecution execution, SelectedPath path) {
        UUID other = draft.executionId();
        return other != null
                && !other.equals(execution.id())
                && executions
                        .find(other)
                        .filter(fuller -> fuller.path().answered() > path.answered())
                        .isPresent();
    }

    private static Ground kept(String why, UUID qualification) {
        return new Ground(
                AutoQualify.Outcome.kept("The contact's qualification was left alone: " + why + ".", qualification),
                null,
                null,
                null);
    }

    private static Ground obstacle(String code, String why, UUID about) {
        return new Ground(AutoQualify.Outcome.none(code, why, about), null, null, null);
    }
}
