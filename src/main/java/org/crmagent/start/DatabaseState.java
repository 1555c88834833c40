package org.crmagent.start;

import java.util.Locale;

/** How the database is, seen from a node that has started. */
public enum DatabaseState {
    /** It holds the schema that the node started with. */
    MIGRATED,
    /** It answers, but that schema is not, or no longer, there. */
    NOT_MIGRATED,
    UNREACHABLE;

    /** As health checks tell it. */
    String told() {
        return name().toLowerCase(Locale.ROOT);
    }
}
