package org.crmagent.store;

import org.crmagent.model.Detail;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Which rows of a list are asked for, where a list is paged by number only. */
public record PageAsked(
        @Doc(value = "Page, from 1.", min = 1, max = 1_000_000, byDefault = "1") @Nullable
        Integer page,

        @Doc(value = "Rows a page; at most 50 with detail full.", min = 1, max = 100, byDefault = "20") @Nullable
        Integer perPage,

        @Doc(value = "full: all columns a list can hold.", byDefault = "\"compact\"") @Nullable
        Detail detail) {

    /** The rule across these members. */
    public void check(Violations violations) {
        Page.check(detail, perPage, violations);
    }

    /** The page, with defaults for what was not given. */
    public Page asPage() {
        return Page.of(page, perPage);
    }
}
