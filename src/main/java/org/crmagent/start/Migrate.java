package org.crmagent.start;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migration job, without a server: migrates and ends, so that the nodes' login needs no right to change tables. */
public final class Migrate {

    private Migrate() {}

    /**
     * Migrates the database that the environment variables {@code CRM_DB_URL}, {@code CRM_DB_USER} and {@code CRM_DB_PASSWORD}
     * name. Ends with code 1 and one sentence where that can't be done.
     */
    public static void main(String[] args) {
        try {
            var schema = new Schema(database());
            schema.migrate();
            System.out.println("The database is at version " + schema.version() + ".");
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static DataSource database() {
        String url = given("CRM_DB_URL");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalStateException("CRM_DB_URL has to be like jdbc:postgresql://localhost:5432/crm");
        }
        return Flyway.configure()
                .dataSource(url, given("CRM_DB_USER"), given("CRM_DB_PASSWORD"))
                .getDataSource();
    }

    private static String given(String variable) {
        String value = System.getenv(variable);
        return value == null ? "" : value;
    }
}
