package org.crmagent.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready until the node is told to stop: it is taken out of the balance before it lets no call in. */
@Readiness
@ApplicationScoped
public class TrafficReadiness implements HealthCheck {
    @Inject
    Traffic traffic;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("calls")
                .status(traffic.isStaying())
                // as text, which is what one of the servers makes of numbers
                .withData("inFlight", Integer.toString(traffic.inFlight()))
                .build();
    }
}
