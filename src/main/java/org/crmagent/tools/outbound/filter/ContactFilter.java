package org.crmagent.tools.outbound.filter;

import java.util.List;
import java.util.UUID;
import org.crmagent.store.Criteria;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Flat;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Which contacts of the CRM are meant: those that meet every criterion, or all. */
public record ContactFilter(
        @Doc("True: every contact of the CRM; then no other criterion may be given.") @Nullable
        Boolean all,

        @Flat ContactCriteria criteria) {

    /** Everything that came by these imports. */
    public static ContactFilter ofImports(List<UUID> importFolderIds) {
        return new ContactFilter(null, ContactCriteria.ofImports(importFolderIds));
    }

    /**
     * Rules across the criteria; an empty filter is refused.
     *
     * @param pointer where the filter stands in the input
     */
    public void check(String pointer, Violations violations) {
        if (!Boolean.TRUE.equals(all) && criteria.isEmpty()) {
            violations.add(
                    pointer,
                    "empty_filter",
                    "an empty filter is refused: give a criterion, or all: true for the whole CRM");
        }
        checkTogether(pointer, violations);
    }

    /** Rules across the criteria where an empty filter means all contacts. */
    public void checkTogether(String pointer, Violations violations) {
        if (Boolean.TRUE.equals(all) && !criteria.isEmpty()) {
            violations.add(pointer + "/all", "not_together", "all excludes the other criteria: give one or the other");
        }
        criteria.check(pointer, violations);
    }

    /** Adds the conditions over {@code contact k}. */
    public void addTo(Criteria sql) {
        criteria.addTo(sql);
    }
}
