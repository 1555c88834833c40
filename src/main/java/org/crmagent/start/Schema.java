package org.crmagent.start;

import java.sql.SQLException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateResult;
import org.jspecify.annotations.Nullable;

/** The tables in one database: brings them to the version of this release, or says in a sentence why they are not there. */
final class Schema {

    /** A name of our own, because another application that lives in the same schema may use Flyway as well. */
    static final String HISTORY = "crm_schema_history";

    private final DataSource dataSource;
    private final Flyway flyway;

    Schema(DataSource dataSource) {
        this.dataSource = dataSource;
        flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .defaultSchema("public")
                .createSchemas(false)
                .table(HISTORY)
                // public is never empty where extensions or other people's tables are
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // all pending migrations in one transaction: a failure leaves nothing half done
                .group(true)
                .cleanDisabled(true)
                .load();
    }

    /** Runs what is pending; when another node does so now, waits for it. */
    void migrate() {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            // Flyway's own lock begins only after it has made its table, which two nodes would do at once
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?))")) {
                lock.setString(1, HISTORY);
                lock.execute();
                flyway.migrate();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (FlywayException | SQLException e) {
            throw new IllegalStateException("The database could not be migrated: " + cause(e), e);
        }
    }

    /** Changes nothing. A database that is ahead of this release is accepted, so that nodes can be replaced one by one. */
    void requireCurrent() {
        var result = validation();
        if (!result.validationSuccessful) {
            var faults = result.invalidMigrations;
            throw new IllegalStateException("The database is not at the version that this release needs, and"
                    + " crm.migrate=false forbids to migrate it; let the migration job run first. "
                    + faults.get(0)
                            .errorDetails
                            .errorMessage
                            .lines()
                            .findFirst()
                            .orElse("")
                    + (faults.size() > 1 ? " And " + (faults.size() - 1) + " more." : ""));
        }
    }

    /** The newest version that has run. */
    String version() {
        var current = flyway.info().current();
        if (current == null) {
            throw new IllegalStateException("The database has no " + HISTORY + ".");
        }
        return current.getVersion().getVersion();
    }

    private ValidateResult validation() {
        try {
            return flyway.validateWithResult();
        } catch (FlywayException e) {
            throw new IllegalStateException("The database could not be examined: " + cause(e), e);
        }
    }

    /** The database's own sentence, without Flyway's frame of state, location and statement around it. */
    private static String cause(Exception failure) {
        @Nullable String sentence = failure.getMessage();
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException) {
                sentence = t.getMessage();
            }
        }
        return String.valueOf(sentence).lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
