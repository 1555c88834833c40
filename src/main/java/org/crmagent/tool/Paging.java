package org.crmagent.tool;

import org.jspecify.annotations.Nullable;

/**
 * Where a list answer stands in the whole.
 *
 * @param page from 1; null when the caller paged by cursor
 * @param perPage rows asked for
 * @param total exact number of rows; null when the caller paged by cursor
 */
public record Paging(
        @Nullable Integer page, int perPage, @Nullable Long total) {

    /** Of a page call. */
    public static Paging page(int page, int perPage, long total) {
        return new Paging(page, perPage, total);
    }

    /** Of a cursor call, which counts nothing. */
    public static Paging cursor(int perPage) {
        return new Paging(null, perPage, null);
    }
}
