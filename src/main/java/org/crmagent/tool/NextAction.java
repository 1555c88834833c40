package org.crmagent.tool;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call worth making next, complete as it stands.
 *
 * @param toolName a tool of the catalogue
 * @param organizationId null: the organization of the present call (the road fills it in)
 * @param reason one sentence, without stored free text
 * @param suggestedInput the input: JSON values, strings, numbers, booleans, UUIDs, enums, dates, lists, maps and records
 */
public record NextAction(String toolName, @Nullable UUID organizationId, String reason, Map<String, ?> suggestedInput) {

    /** A call in the organization of the present one. */
    public static NextAction of(String toolName, String reason, Map<String, ?> suggestedInput) {
        return new NextAction(toolName, null, reason, suggestedInput);
    }
}
