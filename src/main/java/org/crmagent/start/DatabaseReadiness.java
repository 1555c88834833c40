package org.crmagent.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers within two seconds and is migrated. Tells no cause: anybody may ask. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    /** Asked for the rest, because some servers check health where no resource of the application can be looked up. */
    @Inject
    Migrations migrations;

    @Override
    public HealthCheckResponse call() {
        DatabaseState state = migrations.state();
        return HealthCheckResponse.named("database")
                .status(state == DatabaseState.MIGRATED)
                .withData("state", state.told())
                .withData("schema", migrations.version())
                .build();
    }
}
