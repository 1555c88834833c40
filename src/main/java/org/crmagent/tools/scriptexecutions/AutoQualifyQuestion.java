package org.crmagent.tools.scriptexecutions;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.crmagent.model.LifeCycle;
import org.crmagent.model.qualification.FormContent;
import org.crmagent.model.qualification.ValuesSchema;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.model.script.SelectedPath;
import org.crmagent.tool.text.Json;

/** What the AI server is told: the selected path, its captures, and what values are wanted; nothing else of script or contact. */
final class AutoQualifyQuestion {
    private AutoQualifyQuestion() {}

    static JsonObject of(SelectedPath path, FormContent form) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        for (ScriptStep step : path.steps()) {
            JsonObjectBuilder shown = Json.createObjectBuilder()
                    .add("stepId", step.id())
                    .add("type", LifeCycle.word(step.type()))
                    .add("text", step.text());
            String answer = path.answers().get(step.id());
            steps.add(answer == null ? shown.addNull("answer") : shown.add("answer", answer));
        }
        JsonObjectBuilder captured = Json.createObjectBuilder();
        path.captured().forEach(captured::add);
        return Json.createObjectBuilder()
                .add("selectedPath", steps)
                .add("captured", captured)
                .add("valuesSchema", ValuesSchema.of(form.fields(), true))
                .build();
    }
}
