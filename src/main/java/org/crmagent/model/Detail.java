package org.crmagent.model;

/** How much a row of a list tells. */
public enum Detail {
    /** What one needs to choose. */
    COMPACT,
    /** All columns, with at most 50 rows a page. */
    FULL
}
