package org.crmagent.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crmagent.run.Failure;
import org.crmagent.run.Login;

/** The command line client of PostgreSQL, as the application's role in one organization. */
final class Psql {
    private static final Pattern TIME = Pattern.compile("(?m)^Time: ([0-9.]+) ms");

    /** As the application opens its transactions. */
    private static final String OPENING = """
            begin;
            select set_config('role', 'crm_application', true), set_config('crm.organization_id', '%s', true),
                   set_config('search_path', 'app, public', true), set_config('random_page_cost', '1.1', true), set_config('jit', 'off', true) \\g /dev/null
            """;

    private final Login login;
    private final String organization;

    Psql(Login login, String organization) {
        this.login = login;
        this.organization = organization;
    }

    /** Runs statements in one transaction of the application's role; the milliseconds that they and the commit took. */
    double time(String statements) {
        return time("", statements);
    }

    /** The same, of statements that use variables which are set before the clock runs. */
    double time(String before, String statements) {
        String output = run(
                List.of(), OPENING.formatted(organization) + before + "\n\\timing on\n" + statements + ";\ncommit;\n");
        Matcher times = TIME.matcher(output);
        double sum = 0;
        while (times.find()) {
            sum += Double.parseDouble(times.group(1));
        }
        return sum;
    }

    /** The first value of a query, as the owner. */
    String value(String query) {
        return run(List.of("-At"), query + ";\n").strip();
    }

    /** Runs a file, as the owner, its output to the console. */
    void file(Path file, Map<String, String> variables) {
        List<String> arguments = new ArrayList<>();
        variables.forEach((name, value) -> arguments.addAll(List.of("-v", name + "=" + value)));
        arguments.addAll(List.of("-f", file.toString()));
        run(arguments, "");
    }

    private String run(List<String> arguments, String input) {
        List<String> command = new ArrayList<>(List.of("psql", "-X", "-v", "ON_ERROR_STOP=1", "-P", "pager=off"));
        command.addAll(arguments);
        command.add(login.url().substring("jdbc:".length()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGUSER", login.user());
        builder.environment().put("PGPASSWORD", login.password());
        try {
            Path file = Files.createTempFile("bench", ".sql");
            Files.writeString(file, input);
            Process process = builder.redirectInput(file.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Files.delete(file);
            if (process.waitFor() != 0) {
                throw new Failure("psql failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new Failure("psql is needed on the path: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while psql ran", e);
        }
    }
}
