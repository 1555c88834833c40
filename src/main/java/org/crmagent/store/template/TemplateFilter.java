package org.crmagent.store.template;

import java.util.List;
import org.crmagent.model.TemplateStatus;
import org.crmagent.tool.Doc;
import org.jspecify.annotations.Nullable;

/** What templates of both kinds are listed by. */
public record TemplateFilter(
        @Doc(value = "Only templates in one of these statuses; all when absent.", min = 1, max = 3, unique = true)
        @Nullable
        List<TemplateStatus> statuses,

        @Doc(
                value = "Part of the name or description; case and accents don't matter.",
                min = 1,
                max = 200,
                personal = true)
        @Nullable
        String search) {}
