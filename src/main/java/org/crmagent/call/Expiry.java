package org.crmagent.call;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Duration;
import org.crmagent.store.Binding;
import org.crmagent.store.Binding.Purpose;
import org.crmagent.store.Sql;
import org.crmagent.store.TimeLimits.Reach;
import org.crmagent.tool.Source;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
    @ConfigProperty(name = "crm.idempotency.kept-hours", defaultValue = "24")
    long keptHours;

    /** Runs each hour in a transaction of its own. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void removeExpired() {
        binding.open(null, Reach.BULK, Purpose.TRY);
        long removed = BATCH;
        for (int batch = 0; batch < BATCHES_AN_HOUR && removed == BATCH; batch++) {
            removed = sql.acrossOrganizations("select delete_idempotency_records(:before) as removed")
                    .set("before", source.now().minus(Duration.ofHours(keptHours)))
                    .one(row -> row.number("removed"));
        }
    }
}
