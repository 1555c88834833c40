package org.crmagent.tools.scripttemplates;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Canonical;
import org.jspecify.annotations.Nullable;

/** The words of a template: what a document carries from one organization to another. */
record ScriptContent(String name, @Nullable String description, String language, List<ScriptStep> steps) {
    private static final int LARGEST = 64 * 1024;

    /** Refuses more than always comes whole in one answer. */
    void checkSize(String pointer, Violations violations) {
        int size = Canonical.text(json()).getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            violations.add(
                    pointer,
                    "template_too_large",
                    "name, description and steps have " + size + " bytes of canonical JSON: give at most " + LARGEST);
        }
    }

    /** Without members that have no value. */
    JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", name);
        if (description != null) {
            json.add("description", description);
        }
        return json.add("language", language)
                .add("steps", ScriptStep.write(steps))
                .build();
    }
}
