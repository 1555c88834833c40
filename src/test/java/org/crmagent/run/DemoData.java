package org.crmagent.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The demonstration companies: the SQL files of {@code db/demo}, run in name order in one transaction. */
public final class DemoData {
    private DemoData() {}

    /**
     * Fills a migrated database that has no organization yet: so it happens once, and never to anybody's own data.
     *
     * @return whether it was loaded now
     */
    public static boolean load(Login owner) {
        return load(owner, sql -> sql);
    }

    /** The same, as it would be at another time, so that it is the same each time. */
    public static void load(Login owner, Instant at) {
        String moment = "timestamptz '" + at + "'";
        load(owner, sql -> sql.replace("now()", moment).replace("current_date", "(" + moment + ")::date"));
    }

    private static boolean load(Login owner, UnaryOperator<String> change) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (organizationName(statement) != null) {
                return false;
            }
            for (Path file : files()) {
                statement.execute(change.apply(Files.readString(file)));
            }
            connection.commit();
            return true;
        } catch (SQLException | IOException | URISyntaxException e) {
            throw new Failure("The demonstration data did not load: " + e.getMessage(), e);
        }
    }

    /** An organization to look for. */
    static String organizationName(Login owner) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            String name = organizationName(statement);
            if (name == null) {
                throw new Failure("The demonstration data holds no organization");
            }
            return name;
        } catch (SQLException e) {
            throw new Failure("The organizations cannot be read: " + e.getMessage(), e);
        }
    }

    private static @Nullable String organizationName(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select name from public.organization order by name limit 1")) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        URL folder = DemoData.class.getResource("/db/demo");
        if (folder == null) {
            throw new Failure("The class path has no folder db/demo with the demonstration data");
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
