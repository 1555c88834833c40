package org.crmagent.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;

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
    Settings settings;

    /** Longest wait for a lock. */
    public long lockMillis(Reach reach) {
        return settings.number(reach == Reach.BULK ? Setting.BULK_LOCK_TIMEOUT : Setting.SMALL_LOCK_TIMEOUT);
    }

    /** Longest run of one statement, lock waits included. */
    public long statementMillis(Reach reach) {
        return settings.number(reach == Reach.BULK ? Setting.BULK_STATEMENT_TIMEOUT : Setting.SMALL_STATEMENT_TIMEOUT);
    }
}
