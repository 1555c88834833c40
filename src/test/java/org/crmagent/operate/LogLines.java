package org.crmagent.operate;

import static org.crmagent.it.JsonText.json;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.crmagent.it.Surroundings;

/** What the shared server has written to its standard output. */
final class LogLines {
    private LogLines() {}

    static List<String> holding(String text) {
        return all().stream().filter(line -> line.contains(text)).toList();
    }

    /** The same, once there is one: a line may be written when its answer has arrived already. */
    static List<String> awaited(String text) {
        Instant until = Instant.now().plusSeconds(10);
        List<String> lines = holding(text);
        while (lines.isEmpty() && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(50_000_000);
            lines = holding(text);
        }
        return lines;
    }

    /** Every line that is complete. */
    static List<String> all() {
        try {
            String text = Files.readString(Surroundings.server().log());
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one line of the call log about a request: bare JSON, nothing before or after it. */
    static JsonObject call(String requestId) {
        List<String> lines = holding(requestId).stream()
                .filter(line -> line.contains("\"event\":\"tool_call\""))
                .toList();
        if (lines.size() != 1) {
            throw new AssertionError(lines.size() + " lines about " + requestId + ": " + lines);
        }
        return json(lines.get(0));
    }
}
