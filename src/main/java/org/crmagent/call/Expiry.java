package org.crmagent.call;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.store.Binding;
import org.crmagent.store.Binding.Purpose;
import org.crmagent.store.Sql;
import org.crmagent.store.TimeLimits.Reach;
import org.crmagent.tool.Source;

/** Removes idempotency records that are too old to be found. Several nodes may do so at once: each passes over what another removes. */
@Singleton
public class Expiry {
    private static final int BATCH = 1_000;
    private static final int BATCHES_AN_HOUR = 1_000;

    @Inject
    Binding binding;

    @Inject
    Sql sql;

    @Inject
    Source source;

    @Inject
    Settings settings;

    /** Runs each hour in a transaction of its own. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void removeExpired() {
        binding.open(null, Reach.BULK, Purpose.TRY);
        Duration kept = Duration.ofHours(settings.number(Setting.IDEMPOTENCY_KEPT_HOURS));
        long removed = BATCH;
        for (int batch = 0; batch < BATCHES_AN_HOUR && removed == BATCH; batch++) {
            removed = sql.acrossOrganizations("select delete_idempotency_records(:before) as removed")
                    .set("before", source.now().minus(kept))
                    .one(row -> row.number("removed"));
        }
    }
}
