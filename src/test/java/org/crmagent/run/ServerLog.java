package org.crmagent.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's log says about its start. */
final class ServerLog {
    /** From the most telling to the least: what our code or the database said, then what the server says of itself. */
    private static final List<Pattern> CAUSES = List.of(
            Pattern.compile(
                    "^Caused by: (?:org\\.flywaydb|org\\.crmagent|org\\.postgresql)[\\w.$]*: (.+)$", Pattern.MULTILINE),
            // not WildFly's own, nor where it quotes ours once more
            Pattern.compile(
                    "\\bjava\\.lang\\.IllegalStateException: (?!WFLY)([^\\\\\\n]+?)(?:\"[}\\]].*|\",\"\\w+\":.*)?$",
                    Pattern.MULTILINE),
            Pattern.compile("^jakarta[\\w.]*DeploymentException: (.+)$", Pattern.MULTILINE),
            Pattern.compile("^Caused by: [\\w.$]+: (.+)$", Pattern.MULTILINE),
            Pattern.compile("^SEVERE: (.+)$", Pattern.MULTILINE));

    private final ServerKind kind;
    private final Path file;

    ServerLog(ServerKind kind, Path file) {
        this.kind = kind;
        this.file = file;
    }

    /** Servers say so when they are done, whether the WAR was deployed or not. */
    boolean started() {
        return kind.started(text());
    }

    boolean deployed() {
        return kind.deployed(text());
    }

    /** The last reason given in the log. */
    String cause() {
        String text = text();
        for (Pattern pattern : CAUSES) {
            Matcher matcher = pattern.matcher(text);
            String last = null;
            while (matcher.find()) {
                last = matcher.group(1);
            }
            if (last != null) {
                return last;
            }
        }
        return text.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("no reason given");
    }

    /** Where the server writes JSON, its line breaks, tabs and quotes stand behind backslashes. */
    private String text() {
        try {
            return Files.readString(file)
                    .replace("\\n", "\n")
                    .replace("\\t", "\t")
                    .replace("\\\"", "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
