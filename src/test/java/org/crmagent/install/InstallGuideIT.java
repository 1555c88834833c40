package org.crmagent.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.Surroundings;
import org.crmagent.run.DeveloperKey;
import org.crmagent.run.Login;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator types what the guide says, on a server that is there, and nothing else. */
@Tag("install")
class InstallGuideIT {
    private static final Path TARGET = Surroundings.CHECKOUT.resolve("target");

    @Test
    void payara() throws Exception {
        Path folder = folder("payara");
        Login login = Database.another("install_payara");
        URI database = URI.create(login.url().replace("jdbc:", ""));
        try (ExistingServer server = ExistingServer.payara(TARGET.resolve("payara6"), folder)) {
            Map<String, String> values = values(server, folder, login);
            values.putAll(Map.of(
                    "DB_HOST", database.getHost(),
                    "DB_PORT", Integer.toString(database.getPort()),
                    "DB_NAME", database.getPath().substring(1)));
            follow("payara", folder, values);
        }
        migrated(login);
    }

    @Test
    void wildfly() throws Exception {
        Path folder = folder("wildfly");
        Login login = Database.another("install_wildfly");
        try (ExistingServer server = ExistingServer.wildfly(TARGET.resolve("wildfly"), folder)) {
            Map<String, String> values = values(server, folder, login);
            values.put("DB_URL", login.url());
            follow("wildfly", folder, values);
        }
        migrated(login);
    }

    @Test
    void liberty() throws Exception {
        Path folder = folder("liberty");
        Login login = Database.another("install_liberty");
        try (ExistingServer server = ExistingServer.liberty(TARGET.resolve("wlp"), folder)) {
            Map<String, String> values = values(server, folder, login);
            values.put("DB_URL", login.url());
            follow("liberty", folder, values);
        }
        migrated(login);
    }

    private static void follow(String server, Path folder, Map<String, String> values) throws Exception {
        Guide guide = Guide.of(Surroundings.CHECKOUT.resolve("docs/how-to/install-" + server + ".md"));
        assertTrue(guide.blocks().size() >= 6, guide.blocks().size() + " blocks");
        guide.follow(folder.resolve("typed"), values);
    }

    /** The data outlive the application. */
    private static void migrated(Login login) throws Exception {
        try (var connection = login.connect();
                var rows = connection.createStatement().executeQuery("select count(*) from public.organization")) {
            assertTrue(rows.next());
            assertEquals(0, rows.getInt(1));
        }
    }

    private static Map<String, String> values(ExistingServer server, Path folder, Login login) {
        Map<String, String> values = new HashMap<>(server.values);
        values.putAll(Map.of(
                "DRIVER", "postgresql-42.jar",
                "DB_USER", login.user(),
                "DB_PASSWORD", login.password(),
                "ISSUER", DeveloperKey.ISSUER,
                "AUDIENCE", DeveloperKey.AUDIENCE,
                "KEY", folder.resolve("key.pem").toString(),
                "STATE", folder.resolve("state").toString(),
                "TOKEN", Api.token()));
        return values;
    }

    /** With the two files that the administrator has been given, and the key. */
    private static Path folder(String server) throws Exception {
        Path folder = TARGET.resolve("it/install-" + server);
        Path typed = folder.resolve("typed");
        Files.createDirectories(typed);
        Files.createDirectories(folder.resolve("state"));
        Files.copy(TARGET.resolve("crm.war"), typed.resolve("crm.war"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                TARGET.resolve("postgresql.jar"),
                typed.resolve("postgresql-42.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("key.pem"), Surroundings.key().publicKey());
        return folder;
    }
}
