package org.crmagent.tool;

import java.time.Instant;
import java.util.UUID;

/** The one source of time, ids and randomness; tests hold it still. */
public interface Source {

    /** The present moment, cut to microseconds as PostgreSQL keeps them. */
    Instant now();

    /** A new time-ordered id, RFC 9562 version 7. */
    UUID newId();
}
