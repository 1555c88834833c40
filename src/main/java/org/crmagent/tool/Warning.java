package org.crmagent.tool;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the caller should know of a call that succeeded.
 *
 * @param code stable snake_case
 * @param message one sentence
 * @param resourceId the id it is about; null where it is about no single thing
 */
public record Warning(String code, String message, @Nullable String resourceId) {

    /**
     * A change that changes nothing.
     *
     * @param what it is about, e.g. {@code campaign}
     */
    public static Warning unchanged(String what, UUID id) {
        return new Warning("no_change", "The " + what + " already is as asked.", id.toString());
    }
}
