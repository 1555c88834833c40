package org.crmagent.probe;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.crmagent.call.SystemSource;
import org.crmagent.tool.Source;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The system's source, whose time stands still on nodes that are told so, which then always answer the same. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class HeldSource implements Source {
    private final SystemSource system = new SystemSource();

    @Inject
    @ConfigProperty(name = "crm.probe.time")
    Optional<Instant> time;

    @Override
    public Instant now() {
        return time.orElseGet(system::now);
    }

    @Override
    public UUID newId() {
        return system.newId();
    }
}
