package org.crmagent.tool;

import org.jspecify.annotations.Nullable;

/**
 * A member of an update: absent keeps, null clears, a value replaces. Published as an optional, nullable member.
 *
 * @param present false when the member was absent from the input
 * @param value the new value; null when absent or cleared
 */
public record Change<T>(boolean present, @Nullable T value) {

    /** The member was not given. */
    public static <T> Change<T> absent() {
        return new Change<>(false, null);
    }

    /** The member was given, as a value or, to clear, as null. */
    public static <T> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    /** The value after the change. */
    public @Nullable T or(@Nullable T current) {
        return present ? value : current;
    }
}
