package org.crmagent.call;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.crmagent.catalogue.Entry;
import org.crmagent.schema.Repair;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Violation;
import org.crmagent.tool.Violations;

/** The corrected call, where every repair is certain and the result is a call that works. */
final class Correction {
    private static final int LARGEST = 16 * 1024;

    private Correction() {}

    /** One next action, or none. */
    static List<NextAction> of(Entry<?, ?> entry, JsonObject body, List<Violation> violations) {
        return Repair.of(body, violations)
                .flatMap(repaired -> action(entry, repaired))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<NextAction> action(Entry<?, ?> entry, JsonObject repaired) {
        if (!(repaired.get("input") instanceof JsonObject input)
                || !entry.checker().check(input, Violations.INPUT).isEmpty()
                || input.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            return Optional.empty();
        }
        return Optional.of(NextAction.of(entry.name(), "The same call with what was misspelled put right.", input));
    }
}
