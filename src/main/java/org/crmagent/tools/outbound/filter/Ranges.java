package org.crmagent.tools.outbound.filter;

import org.crmagent.tool.Violations;
import org.jspecify.annotations.Nullable;

/** The rule of every pair of bounds: the lower lies below the upper. */
final class Ranges {

    private Ranges() {}

    static <T extends Comparable<T>> void check(
            String pointer,
            String lowerName,
            @Nullable T lower,
            String upperName,
            @Nullable T upper,
            Violations violations) {
        if (lower != null && upper != null && lower.compareTo(upper) >= 0) {
            violations.add(pointer + "/" + upperName, "empty_range", upperName + " must lie after " + lowerName);
        }
    }
}
