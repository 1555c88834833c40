package org.crmagent.store.template;

import java.util.List;
import java.util.UUID;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Which templates to export. */
public record ExportAsked(
        @Doc("The template. This or templateIds.") @Nullable UUID templateId,

        @Doc(value = "Several templates, in the order in which they are wanted.", min = 1, max = 50, unique = true)
        @Nullable
        List<UUID> templateIds) {

    /** One of the two is given. */
    public void check(Violations violations) {
        if ((templateId == null) == (templateIds == null)) {
            violations.add("", "one_of", "give either templateId or templateIds");
        }
    }

    List<UUID> ids() {
        return templateId != null ? List.of(templateId) : templateIds == null ? List.of() : templateIds;
    }

    String pointer(int index) {
        return templateId != null ? "/templateId" : "/templateIds/" + index;
    }
}
