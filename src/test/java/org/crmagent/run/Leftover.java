package org.crmagent.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that nobody holds any more: of a run that was killed, or of one that was stopped while starting it. */
final class Leftover {
    private Leftover() {}

    /**
     * Ends the server on a data folder, which the caller has locked.
     *
     * @param patience how long a server that is just starting may take to show itself
     */
    static void stop(Path data, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        Optional<ProcessHandle> server = find(data);
        try {
            while (server.isEmpty() && Instant.now().isBefore(deadline)) {
                TimeUnit.MILLISECONDS.sleep(50);
                server = find(data);
            }
            if (server.isPresent()) {
                // an interrupt is PostgreSQL's fast shutdown; a termination would wait for clients
                new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid())).start();
                server.get().onExit().orTimeout(20, TimeUnit.SECONDS).join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> find(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            // the number may meanwhile be another program's
            return Files.readAllLines(pidFile).stream()
                    .limit(1)
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())).stream())
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
