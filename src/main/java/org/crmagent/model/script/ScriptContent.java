package org.crmagent.model.script;

import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.crmagent.model.TemplateContent;
import org.jspecify.annotations.Nullable;

/** The words of a call script. */
public record ScriptContent(String name, @Nullable String description, String language, List<ScriptStep> steps)
        implements TemplateContent {

    /** What documents of call scripts say that they are. */
    public static final String FORMAT = "crm-agent/script-template";

    /** Steps of the whole tree. */
    public int stepCount() {
        return (int) ScriptStep.all(steps).count();
    }

    @Override
    public String format() {
        return FORMAT;
    }

    @Override
    public String partsMember() {
        return "steps";
    }

    @Override
    public JsonArray parts() {
        return ScriptStep.write(steps);
    }

    @Override
    public void addTo(JsonObjectBuilder json) {
        json.add("language", language);
    }
}
