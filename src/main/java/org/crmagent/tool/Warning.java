package org.crmagent.tool;

import org.jspecify.annotations.Nullable;

/**
 * Something the caller should know of a call that succeeded.
 *
 * @param code stable snake_case
 * @param message one sentence
 * @param resourceId the id it is about; null where it is about no single thing
 */
public record Warning(String code, String message, @Nullable String resourceId) {}
