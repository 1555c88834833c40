package org.crmagent.call;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.crmagent.catalogue.Entry;
import org.crmagent.schema.Repair;
import org.crmagent.tool.NextAction;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;

/** The corrected call, where every repair is certain and the result is a call that works. */
final class Correction {
    private static final int LARGEST = 16 * 1024;

    private Correction() {}

    /** One next action, or none, for a call that breaks its schema. */
    static List<NextAction> of(Entry<?, ?> entry, JsonObject body, List<Violation> violations) {
        return action(entry, Repair.of(body, violations).or(() -> Misplaced.moved(entry, body)));
    }

    /** The refusal of a tool with the corrected call, if there is one. */
    static Refusal added(Entry<?, ?> entry, JsonObject body, Refusal refusal) {
        return refusal.next(action(entry, Repair.of(body, refusal.violations(), refusal.certain())));
    }

    private static List<NextAction> action(Entry<?, ?> entry, Optional<JsonObject> corrected) {
        return corrected
                .flatMap(repaired -> action(entry, repaired))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<NextAction> action(Entry<?, ?> entry, JsonObject repaired) {
        if (!Request.violations(entry, repaired).isEmpty()) {
            return Optional.empty();
        }
        JsonObject input = repaired.getJsonObject("input");
        if (!entry.broken(input).isEmpty() || input.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            return Optional.empty();
        }
        boolean previews = entry.spec().confirm();
        return Optional.of(NextAction.in(
                Request.organizationId(repaired),
                entry.name(),
                "The same call with what was misspelled or misplaced put right" + (previews ? ", as a preview." : "."),
                previews ? Request.preview(input) : input));
    }
}
