package org.crmagent.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.crmagent.run.Login;
import org.crmagent.run.Postgres;
import org.jspecify.annotations.Nullable;

/** The database to measure: that of CRM_DB_URL, CRM_DB_USER and CRM_DB_PASSWORD if given, else one of its own. */
record Database(Login login, @Nullable Postgres started) implements AutoCloseable {

    static Database open(Path folder, Map<String, String> settings) {
        Map<String, String> given = System.getenv();
        if (given.containsKey("CRM_DB_URL")) {
            Login login = new Login(
                    given.get("CRM_DB_URL"),
                    given.getOrDefault("CRM_DB_USER", ""),
                    given.getOrDefault("CRM_DB_PASSWORD", ""));
            login.check();
            return new Database(login, null);
        }
        Postgres postgres = Postgres.start(folder.resolve("postgres"), folder.resolve("postgres.log"), settings);
        return new Database(postgres.owner(), postgres);
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }
}
