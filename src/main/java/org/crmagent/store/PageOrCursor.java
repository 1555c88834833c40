package org.crmagent.store;

import org.crmagent.model.Detail;
import org.crmagent.tool.Doc;
import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** Which rows of a list are asked for, where a list can be paged by number and by cursor. */
public record PageOrCursor(
        @Doc(value = "Page, from 1; not together with cursor.", min = 1, max = 1_000_000, byDefault = "1") @Nullable
        Integer page,

        @Doc(value = "Rows a page; at most 50 with detail full.", min = 1, max = 100, byDefault = "20") @Nullable
        Integer perPage,

        @Doc(
                value = "nextCursor of an answer with the same criteria and sort, to go on after it: fast at any depth,"
                        + " nothing twice or missed.",
                pattern = Cursor.PATTERN,
                personal = true) // the name that the next page starts after
        @Nullable
        String cursor,

        @Doc(value = "full: all columns.", byDefault = "\"compact\"") @Nullable
        Detail detail) {

    /** Compact rows whose answer is kept small. */
    private static final int FEW = 20;

    /** What an answer of a list may have, less its envelope. */
    private static final int LARGEST = 92_000;

    /** The rules across these members. */
    public void check(Violations violations) {
        Page.check(detail, perPage, violations);
        Page.check(page, cursor, violations);
    }

    /** The page, where no cursor is given; else only its size counts. */
    public Page asPage() {
        return Page.of(page, perPage);
    }

    /**
     * Bytes of JSON that the rows of the page may have together.
     *
     * @param small what twenty compact rows, or fewer, may have
     */
    public int bytes(int small) {
        return Detail.of(detail) == Detail.COMPACT && asPage().size() <= FEW ? small : LARGEST;
    }
}
