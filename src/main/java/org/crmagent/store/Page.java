package org.crmagent.store;

import org.crmagent.model.Detail;
import org.crmagent.tool.Paging;
import org.crmagent.tool.Result;
import org.crmagent.tool.Violations;
import org.crmagent.tool.text.Counted;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a list are asked for.
 *
 * @param number from 1
 * @param size rows, 1 to 100, at most 50 in full detail
 */
public record Page(int number, int size) {
    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_FULL = 50;

    /** What the input asks for; null members have their defaults, page 1 and 20 rows. */
    public static Page of(@Nullable Integer page, @Nullable Integer perPage) {
        return new Page(page == null ? 1 : page, perPage == null ? DEFAULT_SIZE : perPage);
    }

    /** The rule across {@code detail} and {@code perPage}: full rows come 50 at most at a time. */
    public static void check(@Nullable Detail detail, @Nullable Integer perPage, Violations violations) {
        if (detail == Detail.FULL && perPage != null && perPage > LARGEST_FULL) {
            violations.add(
                    "/perPage",
                    "too_large",
                    "with detail full a page has at most " + LARGEST_FULL + " rows",
                    Integer.toString(LARGEST_FULL));
        }
    }

    /** The rule across {@code page} and {@code cursor}: a list goes on by one of them. */
    public static void check(@Nullable Integer page, @Nullable String cursor, Violations violations) {
        if (page != null && cursor != null) {
            violations.add("/page", "not_together", "with a cursor leave page out: the cursor tells where to go on");
        }
    }

    /** Rows before the first of this page. */
    public long offset() {
        return (number - 1L) * size;
    }

    /** Where the page stands in the whole. */
    public Paging of(long total) {
        return Paging.page(number, size, total);
    }

    /**
     * The answer with this page of all that matches.
     *
     * @param shown how many rows it has
     * @param what a row is, whose plural ends in s
     */
    public <O extends Record> Result<O> result(O output, long total, int shown, String what) {
        return Result.of(
                        output,
                        Counted.of(total, what + " matches; ", what + "s match; ")
                                + Counted.of(shown, "is shown.", "are shown."))
                .paged(of(total));
    }

    /** Of an answer to a call that paged by cursor. */
    public Paging byCursor() {
        return Paging.cursor(size);
    }
}
