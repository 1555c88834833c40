package org.crmagent.tools.qualifications;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crmagent.model.FieldChange;
import org.crmagent.model.qualification.Score;
import org.crmagent.store.qualification.StoredQualification;
import org.crmagent.tool.text.Canonical;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** What an update changed of a qualification. */
final class QualificationDifference {
    private QualificationDifference() {}

    /**
     * Member by member; numbers that differ in spelling only are one.
     *
     * @param score of {@code after}
     */
    static List<FieldChange> between(StoredQualification before, StoredQualification after, Score score) {
        List<FieldChange> changes = new ArrayList<>();
        Set<String> keys = new TreeSet<>(before.values().keySet());
        keys.addAll(after.values().keySet());
        for (String key : keys) {
            JsonValue from = before.values().getOrDefault(key, JsonValue.NULL);
            JsonValue to = after.values().getOrDefault(key, JsonValue.NULL);
            if (!Canonical.text(from).equals(Canonical.text(to))) {
                FieldChange.add(changes, "values." + key, from, to);
            }
        }
        if (!score.is(before.score())) {
            FieldChange.add(changes, "score", points(before.score()), points(score.total()));
        }
        FieldChange.add(changes, "status", before.status(), after.status());
        FieldChange.add(changes, "agentId", before.agentId(), after.agentId());
        FieldChange.add(changes, "source", before.source(), after.source());
        return changes;
    }

    private static JsonValue points(@Nullable BigDecimal score) {
        return score == null ? JsonValue.NULL : Json.createValue(score);
    }
}
