package org.crmagent.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
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

    /** The version that this node started with. */
    public String version() {
        return version;
    }
}
