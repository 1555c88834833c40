package org.crmagent.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.Demo;
import org.crmagent.it.NpmProject;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.DemoData;
import org.crmagent.run.Login;
import org.crmagent.run.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The console in Chromium: {@code browser/}. Its pictures lie in {@code target/browser/shots}. Only with {@code -Pbrowser}. */
@Tag("browser")
class BrowserIT extends OverHttp {
    /** Markup, quotes, a mark that turns the direction of what follows, SQL, and a character outside the first plane. */
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\u202e\"';drop table contact;--\uD83C\uDF89";

    private static NpmProject browser;
    private static Server node;

    @BeforeAll
    static void start() throws Exception {
        browser = new NpmProject("browser");
        browser.install();
        Login database = Database.another("browser");
        node = Surroundings.node("browser", database, Map.of());
        node.awaitReady();
        DemoData.load(database);
        name(database, "contact", "first_name", "true");
        name(database, "campaign", "name", "status = 'archived'");
    }

    /** One row that the condition picks, so that pictures of usual data stay usual. */
    private static void name(Login database, String table, String column, String condition) throws SQLException {
        String sql =
                "update " + table + " set " + column + " = ? where organization_id = ? and id =" + " (select id from "
                        + table + " where organization_id = ? and " + condition + " order by id desc limit 1)";
        try (Connection owner = database.connect();
                PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setString(1, HOSTILE);
            statement.setObject(2, Demo.ORGANIZATION);
            statement.setObject(3, Demo.ORGANIZATION);
            assertEquals(1, statement.executeUpdate());
        }
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void servesWhoeverLooks() throws Exception {
        Path shots = Files.createDirectories(browser.folder().resolve("shots"));
        browser.test(Map.of(
                "CRM_URL", node.address().resolve("..").toString(),
                "CRM_TOKEN", Api.token(),
                "CRM_TOKEN_WITHOUT_ROLE", Api.tokenWithoutRole(),
                "CRM_TOKEN_OF_ANOTHER", Api.token(claims -> claims.subject("another")),
                "CRM_CONSOLE",
                        ConsoleFiles.ROOT
                                .toAbsolutePath()
                                .resolve("console")
                                .toUri()
                                .toString(),
                "CRM_SHOTS", shots.toString()));
        try (Stream<Path> made = Files.list(shots)) {
            List<Path> pictures = made.toList();
            assertTrue(pictures.size() > 10, pictures.toString());
        }
    }
}
