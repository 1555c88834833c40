package org.crmagent.start;

import static org.crmagent.start.MigratedDatabase.run;

import java.sql.Connection;
import java.sql.SQLException;

/** The login of a strict installation: it owns nothing and is a member of {@code crm_application}. */
final class StrictLogin {

    private StrictLogin() {}

    /** Roles belong to the whole server, so each test takes a name of its own. */
    static void make(Connection owner, String name) throws SQLException {
        run(owner, "create role " + name + " login password 'strict'");
        run(owner, "grant crm_application to " + name);
    }
}
