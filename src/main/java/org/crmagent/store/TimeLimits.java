package org.crmagent.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a call may wait for a lock and how long a statement may run, in milliseconds. */
@ApplicationScoped
public class TimeLimits {

    /** What a transaction reaches. */
    public enum Reach {
        /** One thing, or a page: an answer is due at once. */
        SMALL,
        /** A set of up to a million rows. */
        BULK
    }

    @Inject
    @ConfigProperty(name = "crm.small.lock-timeout-millis", defaultValue = "2000")
    long smallLock;

    @Inject
    @ConfigProperty(name = "crm.small.statement-timeout-millis", defaultValue = "10000")
    long smallStatement;

    @Inject
    @ConfigProperty(name = "crm.bulk.lock-timeout-millis", defaultValue = "120000")
    long bulkLock;

    @Inject
    @ConfigProperty(name = "crm.bulk.statement-timeout-millis", defaultValue = "180000")
    long bulkStatement;

    /** Longest wait for a lock. */
    public long lockMillis(Reach reach) {
        return reach == Reach.BULK ? bulkLock : smallLock;
    }

    /** Longest run of one statement, lock waits included. */
    public long statementMillis(Reach reach) {
        return reach == Reach.BULK ? bulkStatement : smallStatement;
    }
}
