package org.crmagent.model;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Canonical;

/** The words of a template: what a document carries from one organization to another. */
public interface TemplateContent {
    /** More would not always come whole in one answer. */
    int LARGEST = 64 * 1024;

    /** Its name. */
    String name();

    /** Without members that have no value. */
    JsonObject json();

    /** Refuses more than always comes whole in one answer. */
    default void checkSize(String pointer, Violations violations) {
        int size = Canonical.text(json()).getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            violations.add(
                    pointer,
                    "template_too_large",
                    "name, description and these have " + size + " bytes of canonical JSON: give at most " + LARGEST);
        }
    }
}
