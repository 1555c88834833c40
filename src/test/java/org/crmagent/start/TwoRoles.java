package org.crmagent.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Login;

/** A database with an owner, who migrates, and the nodes' login, made by the script that is shipped for it. */
record TwoRoles(Login owner, Login node) {

    /** How the migration job ended, and all that it said. */
    record Job(int code, String output) {}

    /** Roles belong to the whole server, so each test takes a name of its own. */
    static TwoRoles make(String name) throws IOException, SQLException {
        String script = Files.readString(Surroundings.CHECKOUT.resolve("docker/postgres/roles.sql"))
                .replaceAll("(?m)^--.*$", "")
                .replace("database crm", "database " + name)
                .replaceAll("crm_(owner|node)", name + "_$1")
                .replaceAll(":'(owner|node)_password'", "'$1''s word'");
        Surroundings.administer(Arrays.stream(script.split(";\\s*\\n", -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList());
        String url = Surroundings.owner().url().replaceFirst("[^/]+$", name);
        return new TwoRoles(
                new Login(url, name + "_owner", "owner's word"), new Login(url, name + "_node", "node's word"));
    }

    /** Runs the job as a container would, with the password in a file. */
    static Job migrate(Login login) throws IOException, InterruptedException {
        Path password = Files.createTempFile("password", "");
        try {
            Files.writeString(password, login.password() + "\n");
            ProcessBuilder builder = new ProcessBuilder(
                    "sh",
                    Surroundings.CHECKOUT.resolve("docker/payara/entry.sh").toString(),
                    "migrate");
            var environment = builder.environment();
            environment.remove("CRM_DB_PASSWORD");
            environment.put("CRM_HOME", Surroundings.CHECKOUT.resolve("target").toString());
            environment.put("CRM_DB_URL", login.url());
            environment.put("CRM_DB_USER", login.user());
            environment.put("CRM_DB_PASSWORD_FILE", password.toString());
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Job(process.waitFor(), output);
        } finally {
            Files.delete(password);
        }
    }
}
