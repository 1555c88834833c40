package org.crmagent.model;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Canonical;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** The words of a template: what a document carries from one organization to another. */
public interface TemplateContent {
    /** More would not always come whole in one answer. */
    int LARGEST = 64 * 1024;

    /** Its name. */
    String name();

    /** What it is for. */
    @Nullable
    String description();

    /** What its documents say that they are. */
    String format();

    /** The member that holds its parts, e.g. {@code steps}. */
    String partsMember();

    /** Its parts, without members that have no value. */
    JsonArray parts();

    /** Adds what only its kind has beside its parts. */
    default void addTo(JsonObjectBuilder json) {}

    /** Without members that have no value. */
    default JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", name());
        String what = description();
        if (what != null) {
            json.add("description", what);
        }
        addTo(json);
        return json.add(partsMember(), parts()).build();
    }

    /**
     * Refuses more than always comes whole in one answer.
     *
     * @param pointer where the template stands in the input; empty for the input itself
     */
    default void checkSize(String pointer, Violations violations) {
        int size = Canonical.text(json()).getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            violations.add(
                    pointer + "/" + partsMember(),
                    "template_too_large",
                    "name, description and these have " + size + " bytes of canonical JSON: give at most " + LARGEST);
        }
    }
}
