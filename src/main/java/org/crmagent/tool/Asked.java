package org.crmagent.tool;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a tool asked outside, and what came of it.
 *
 * @param question as it was sent
 * @param answer one JSON object, otherwise unchecked; null where there is none
 * @param problem why there is none, as the end of a sentence; null where there is one
 */
public record Asked(
        JsonObject question,
        @Nullable JsonObject answer,
        @Nullable String problem) {}
