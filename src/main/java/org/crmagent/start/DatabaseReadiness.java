package org.crmagent.start;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers within two seconds and is migrated. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {

    private static final System.Logger LOG = System.getLogger(DatabaseReadiness.class.getName());

    @Resource(lookup = "java:comp/env/jdbc/crm")
    DataSource dataSource;

    @Inject
    Migrations migrations;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database").status(migrated()).build();
    }

    private boolean migrated() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from public." + Schema.HISTORY + " where version = ? and success")) {
            query.setQueryTimeout(2);
            query.setString(1, migrations.version());
            try (var row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "Not ready: {0}", e.getMessage());
            return false;
        }
    }
}
