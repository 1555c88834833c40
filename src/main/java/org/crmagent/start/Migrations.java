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
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;

/** Migrates the database before the first call; with {@code crm.migrate=false} only makes sure that a job has done so. */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
public class Migrations {

    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

    /** SQLSTATE undefined_table. */
    private static final String NO_SUCH_TABLE = "42P01";

    @Resource(lookup = "java:comp/env/jdbc/crm")
    DataSource dataSource;

    @Inject
    Settings settings;

    private String version = "";

    /** Whatever is wrong with the database stops the deployment here. */
    @PostConstruct
    void start() {
        var schema = new Schema(dataSource);
        if (settings.truth(Setting.MIGRATE)) {
            schema.migrate();
        } else {
            schema.requireCurrent();
        }
        version = schema.version();
        LOG.log(System.Logger.Level.INFO, "The database is at version {0}.", version);
    }

    /** The version of the schema that this node started with. */
    public String version() {
        return version;
    }

    /** How the database is now, as far as it answers within two seconds. */
    public DatabaseState state() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(
                        "select 1 from public." + Schema.HISTORY + " where version = ? and success")) {
            query.setQueryTimeout(2);
            query.setString(1, version);
            try (var row = query.executeQuery()) {
                return row.next() ? DatabaseState.MIGRATED : DatabaseState.NOT_MIGRATED;
            }
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "Not ready: {0}", e.getMessage());
            return NO_SUCH_TABLE.equals(e.getSQLState()) ? DatabaseState.NOT_MIGRATED : DatabaseState.UNREACHABLE;
        }
    }
}
