package org.crmagent.model;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How much a row of a list tells. */
public enum Detail {
    /** What one needs to choose. */
    COMPACT,
    /** All columns, with at most 50 rows a page. */
    FULL;

    /** What a caller asked for; compact by default. */
    public static Detail of(@Nullable Detail asked) {
        return asked == null ? COMPACT : asked;
    }

    /** A value that only full detail tells; it is not even looked for otherwise. */
    public <T> Optional<T> inFull(Supplier<? extends @Nullable T> value) {
        return this == FULL ? Optional.ofNullable(value.get()) : Optional.empty();
    }
}
