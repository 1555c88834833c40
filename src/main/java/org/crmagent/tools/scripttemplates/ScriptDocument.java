package org.crmagent.tools.scripttemplates;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.crmagent.model.VisibleName;
import org.crmagent.model.script.ScriptRules;
import org.crmagent.model.script.ScriptStep;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Spelled;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Canonical;
import org.jspecify.annotations.Nullable;

/** A template outside any organization: its words, what they are, and a checksum that tells whether they are as exported. */
public record ScriptDocument(
        @Doc("What the document is.") Format format,

        @Doc(value = "Version of the format; 1 is understood.", min = 1, max = 1)
        int formatVersion,

        @Doc(
                value =
                        "As exported: SHA-256 of the document's canonical JSON (RFC 8785) without checksum and without null"
                                + " members. Documents whose content was changed are refused.",
                pattern = "^sha256:[0-9a-f]{64}$")
        String checksum,

        @Doc(value = "Name of the template.", min = 1, max = 120)
        String name,

        @Doc(value = "What it is for.", max = 2000) @Nullable
        String description,

        @Doc(value = "Language of its texts, e.g. fr.", pattern = "^[A-Za-z0-9-]{1,35}$")
        String language,

        @Doc(value = "The first steps, in order; with all below them at most 200.", min = 1, max = 200)
        List<ScriptStep> steps) {

    private static final int VERSION = 1;

    /** The one kind of document that script tools know. */
    public enum Format implements Spelled {
        SCRIPT_TEMPLATE;

        @Override
        public String spelling() {
            return "crm-agent/script-template";
        }
    }

    /** The document of a template. */
    static JsonObject of(ScriptContent content) {
        return Json.createObjectBuilder()
                .add("format", Format.SCRIPT_TEMPLATE.spelling())
                .add("formatVersion", VERSION)
                .add("checksum", checksum(content))
                .addAll(Json.createObjectBuilder(content.json()))
                .build();
    }

    ScriptContent content() {
        return new ScriptContent(name, description, language, steps);
    }

    /** What a create would refuse is refused, and so is content that is not as it was exported. */
    void check(String pointer, Violations violations) {
        VisibleName.check(name, pointer + "/name", violations);
        ScriptRules.check(steps, pointer + "/steps", violations);
        content().checkSize(pointer + "/steps", violations);
        if (!checksum(content()).equals(checksum)) {
            violations.add(
                    pointer + "/checksum",
                    "checksum_mismatch",
                    "the document is not as it was exported: export it again, or make the template with"
                            + " create_script_template");
        }
    }

    private static String checksum(ScriptContent content) {
        JsonObjectBuilder signed = Json.createObjectBuilder(content.json())
                .add("format", Format.SCRIPT_TEMPLATE.spelling())
                .add("formatVersion", VERSION);
        return "sha256:" + Canonical.sha256(Canonical.text(signed.build()));
    }
}
