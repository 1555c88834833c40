package org.crmagent.model.calling;

import java.time.Instant;
import java.time.LocalDateTime;

/** The law on calls to consumers, as moments and counts that Java and SQL compare with alike. */
public interface ConsumerRules {

    /** A granted consent holds at {@code now} when it was given at this moment or later. */
    Instant consentSince(Instant now);

    /** Whether consumers may be called at this time of the place where they live. */
    boolean isLegalHour(LocalDateTime local);

    /** So many calls to one consumer, counted over all campaigns, and no further one is allowed. */
    int callLimit();

    /** Calls that started later than this count towards {@link #callLimit} at {@code now}. */
    Instant callsCountAfter(Instant now);

    /** A call that ended in a refusal later than this forbids calling at {@code now}. */
    Instant refusalsCountAfter(Instant now);
}
