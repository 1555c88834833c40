package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.crmagent.store.Binding;
import org.crmagent.store.Binding.Purpose;
import org.crmagent.store.TimeLimits.Reach;

/** The gate by itself, in a transaction of its own, for what is not a tool call. */
@ApplicationScoped
public class GateCheck {

    @Inject
    Binding binding;

    @Inject
    Gate gate;

    /** Refuses as {@link Gate#check}. */
    @Transactional
    public void check(UUID organizationId) {
        binding.open(organizationId, Reach.SMALL, Purpose.TRY);
        gate.check(organizationId);
    }
}
