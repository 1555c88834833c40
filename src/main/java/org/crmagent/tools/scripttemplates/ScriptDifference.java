package org.crmagent.tools.scripttemplates;

import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmagent.model.FieldChange;
import org.crmagent.model.script.PathCount;
import org.crmagent.model.script.ScriptBranch;
import org.crmagent.model.script.ScriptContent;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.store.template.StoredTemplate;
import org.crmagent.tool.text.Json;

/** What an update changed of a template. Of two trees of steps it tells which steps came, went and changed, not all of both. */
final class ScriptDifference {

    private ScriptDifference() {}

    static List<FieldChange> between(StoredTemplate<ScriptContent> before, StoredTemplate<ScriptContent> after) {
        List<FieldChange> changes = new ArrayList<>();
        ScriptContent old = before.content();
        ScriptContent now = after.content();
        FieldChange.add(changes, "name", old.name(), now.name());
        FieldChange.add(changes, "description", old.description(), now.description());
        FieldChange.add(changes, "language", old.language(), now.language());
        FieldChange.add(changes, "status", before.status(), after.status());
        if (!old.steps().equals(now.steps())) {
            FieldChange.addParts(changes, "steps", figures(old), alone(old.steps()), figures(now), alone(now.steps()));
        }
        return changes;
    }

    private static JsonObjectBuilder figures(ScriptContent script) {
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
}
