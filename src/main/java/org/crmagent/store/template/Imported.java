package org.crmagent.store.template;

import java.util.UUID;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** What became of one document. */
public record Imported(
        @Doc("Which document, from 0.") int index,

        @Doc(value = "Name of the template now.", max = 120) String name,

        @Doc(
                "created, renamed: a new template; replaced: one that was there has the content now; skipped: nothing done,"
                        + " its name was taken or it is there already as it is.")
        Action action,

        @Doc("The template; null only for what a dry run would create.") @Nullable
        UUID templateId) {

    /** What was done with a document. */
    public enum Action {
        CREATED,
        REPLACED,
        SKIPPED,
        RENAMED
    }
}
