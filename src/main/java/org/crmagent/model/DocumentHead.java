package org.crmagent.model;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Canonical;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** What every document of a template holds: its words, and a checksum that tells whether they are as exported. */
public record DocumentHead(
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
        String description) {

    private static final int VERSION = 1;

    /** The document of a template. */
    public static JsonObject document(TemplateContent content) {
        return envelope(content)
                .add("checksum", checksum(content))
                .addAll(Json.createObjectBuilder(content.json()))
                .build();
    }

    /** Equal for the same words, however they are spelled in JSON. */
    public static String checksum(TemplateContent content) {
        JsonObject signed = envelope(content)
                .addAll(Json.createObjectBuilder(content.json()))
                .build();
        return "sha256:" + Canonical.sha256(Canonical.text(signed));
    }

    /**
     * Refuses content that is not as it was exported, or that a create would refuse for its name or size.
     *
     * @param content what the document holds
     * @param pointer where the document stands in the input
     */
    public void check(TemplateContent content, String pointer, Violations violations) {
        VisibleName.check(name, pointer + "/name", violations);
        content.checkSize(pointer, violations);
        if (!checksum(content).equals(checksum)) {
            violations.add(
                    pointer + "/checksum",
                    "checksum_mismatch",
                    "the document is not as it was exported: export it again, or create the template anew");
        }
    }

    private static JsonObjectBuilder envelope(TemplateContent content) {
        return Json.createObjectBuilder().add("format", content.format()).add("formatVersion", VERSION);
    }
}
