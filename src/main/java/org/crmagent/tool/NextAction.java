package org.crmagent.tool;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call worth making next, complete as it stands.
 *
 * @param toolName a tool of the catalogue
 * @param here true when it is for the organization of the present call
 * @param organizationId the organization where it is another one; null where {@code here}, and for the tool that takes none
 * @param reason one sentence, without stored free text
 * @param suggestedInput the input: JSON values, strings, numbers, booleans, UUIDs, enums, dates, lists, maps and records
 */
public record NextAction(
        String toolName, boolean here, @Nullable UUID organizationId, String reason, Map<String, ?> suggestedInput) {

    /** A call in the organization of the present one. */
    public static NextAction of(String toolName, String reason, Map<String, ?> suggestedInput) {
        return new NextAction(toolName, true, null, reason, suggestedInput);
    }

    /** A call in a given organization, or of the tool that takes none. */
    public static NextAction in(
            @Nullable UUID organizationId, String toolName, String reason, Map<String, ?> suggestedInput) {
        return new NextAction(toolName, false, organizationId, reason, suggestedInput);
    }
}
