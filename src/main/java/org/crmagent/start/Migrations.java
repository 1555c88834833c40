package org.crmagent.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Migrates the database before the first call; with {@code crm.migrate=false} only makes sure that a job has done so. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

    @Resource(lookup = "java:comp/env/jdbc/crm")
    DataSource dataSource;

    @Inject
    @ConfigProperty(name = "crm.migrate", defaultValue = "true")
    boolean migrate;

    private String version = "";

    /** Whatever is wrong with the database stops the deployment here. */
    @PostConstruct
    void start() {
        var schema = new Schema(dataSource);
        if (migrate) {
            schema.migrate();
        } else {
            schema.requireCurrent();
        }
        version = schema.version();
        LOG.log(System.Logger.Level.INFO, "The database is at version {0}.", version);
    }

    /** Whether the database answers within two seconds and still has the version that this node started with. */
    @Lock(LockType.READ)
    public boolean present() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from public." + Schema.HISTORY + " where version = ? and success")) {
            query.setQueryTimeout(2);
            query.setString(1, version);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "Not ready: {0}", e.getMessage());
            return false;
        }
    }
}
