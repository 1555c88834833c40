package org.crmagent.tools.scriptexecutions;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crmagent.model.ExecutionStatus;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** An execution with all its columns but the script, whose steps are shown as far as the way has come. */
public record ScriptExecutionView(
        @Doc("Null only in a dry run that would start it.") @Nullable
        UUID id,

        @Doc("The campaign.") UUID campaignId,
        @Doc(value = "Its name.", max = 200) String campaignName,
        @Doc("The contact.") UUID contactId,

        @Doc(value = "First and last name.", max = 200) @Nullable
        String contactName,

        @Doc("Who reads the script.") @Nullable ReadingAgent agent,

        @Doc("The copied template; null once deleted.") @Nullable
        UUID scriptTemplateId,

        @Doc("Its version then.") int templateVersion,

        @Doc(value = "Its name then.", max = 200) @Nullable String templateName,

        @Doc("Ended ones stay as they are.") ExecutionStatus status,

        @Doc(value = "All answers by step id.", pattern = "^[a-z0-9_-]{1,40}$", max = 1000, itemMax = 2000)
        Map<String, String> responses,

        @Doc("Start.") Instant startedAt,

        @Doc("When it ended.") @Nullable Instant completedAt,

        @Doc("Last change.") Instant updatedAt) {

    /** Who reads the script. */
    public record ReadingAgent(
            @Doc("The agent.") UUID id,
            @Doc(value = "Name.", max = 200) String fullName) {}
}
