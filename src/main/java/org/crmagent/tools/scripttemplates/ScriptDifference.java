package org.crmagent.tools.scripttemplates;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.crmagent.model.FieldChange;
import org.crmagent.model.script.PathCount;
import org.crmagent.model.script.ScriptBranch;
import org.crmagent.model.script.ScriptStep;

/** What an update changed of a template. Of two trees of steps it tells which steps came, went and changed, not all of both. */
final class ScriptDifference {

    private ScriptDifference() {}

    static List<FieldChange> between(StoredScript before, StoredScript after) {
        List<FieldChange> changes = new ArrayList<>();
        FieldChange.add(
                changes, "name", before.content().name(), after.content().name());
        FieldChange.add(
                changes,
                "description",
                before.content().description(),
                after.content().description());
        FieldChange.add(
                changes,
                "language",
                before.content().language(),
                after.content().language());
        FieldChange.add(changes, "status", before.status(), after.status());
        if (!before.steps().equals(after.steps())) {
            Map<String, ScriptStep> old = alone(before.steps());
            Map<String, ScriptStep> now = alone(after.steps());
            FieldChange.add(
                    changes,
                    "steps",
                    tree(before)
                            .add("removed", ids(old, id -> !now.containsKey(id)))
                            .build(),
                    tree(after)
                            .add("added", ids(now, id -> !old.containsKey(id)))
                            .add(
                                    "changed",
                                    ids(
                                            now,
                                            id -> old.containsKey(id)
                                                    && !old.get(id).equals(now.get(id))))
                            .build());
        }
        return changes;
    }

    private static JsonObjectBuilder tree(StoredScript script) {
        return Json.createObjectBuilder()
                .add("stepCount", script.stepCount())
                .add("pathCount", PathCount.of(script.steps()));
    }

    /** Each step without what is below it, but with the labels that lead there. */
    private static Map<String, ScriptStep> alone(List<ScriptStep> steps) {
        Map<String, ScriptStep> byId = new LinkedHashMap<>();
        ScriptStep.all(steps)
                .forEach(step -> byId.put(
                        step.id(),
                        new ScriptStep(
                                step.id(),
                                step.type(),
                                step.text(),
                                step.captureKey(),
                                step.required(),
                                step.options(),
                                step.ways().stream()
                                        .map(way -> new ScriptBranch(way.label(), List.of()))
                                        .toList())));
        return byId;
    }

    private static JsonArrayBuilder ids(Map<String, ScriptStep> steps, Predicate<String> chosen) {
        return Json.createArrayBuilder(steps.keySet().stream().filter(chosen).toList());
    }
}
