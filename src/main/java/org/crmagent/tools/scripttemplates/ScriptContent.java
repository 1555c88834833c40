package org.crmagent.tools.scripttemplates;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.crmagent.model.TemplateContent;
import org.crmagent.model.script.ScriptStep;
import org.jspecify.annotations.Nullable;

/** The words of a template: what a document carries from one organization to another. */
record ScriptContent(String name, @Nullable String description, String language, List<ScriptStep> steps)
        implements TemplateContent {

    @Override
    public JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", name);
        if (description != null) {
            json.add("description", description);
        }
        return json.add("language", language)
                .add("steps", ScriptStep.write(steps))
                .build();
    }
}
