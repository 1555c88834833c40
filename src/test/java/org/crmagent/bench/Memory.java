package org.crmagent.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.crmagent.run.Failure;

/** What the server's process keeps in memory. */
record Memory(long pid) {

    /** Live heap in MB: what is left after a collection. */
    double liveHeap() {
        run("jcmd", Long.toString(pid), "GC.run");
        String[] lines = run("jstat", "-gc", Long.toString(pid)).lines().toArray(String[]::new);
        String[] names = lines[0].strip().split("\\s+", -1);
        String[] values = lines[1].strip().split("\\s+", -1);
        double used = 0;
        for (int i = 0; i < names.length; i++) {
            if (names[i].matches("S0U|S1U|EU|OU")) {
                used += Double.parseDouble(values[i].replace(',', '.')) / 1024;
            }
        }
        return used;
    }

    /** Resident memory in MB, where the system tells it; else 0. */
    long resident() {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.exists(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                            .findFirst()
                            .orElse(0)
                    : 0;
        } catch (IOException e) {
            throw new Failure("The memory of the server can't be read: " + e.getMessage(), e);
        }
    }

    /** The most live heap while something runs, in MB, looked at every second. */
    double mostDuring(Runnable work) {
        CompletableFuture<Void> running = CompletableFuture.runAsync(work);
        double most = 0;
        while (!running.isDone()) {
            most = Math.max(most, liveHeap());
            pause();
        }
        running.join();
        return most;
    }

    private static void pause() {
        try {
            Thread.sleep(900 + ThreadLocalRandom.current().nextInt(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while measuring", e);
        }
    }

    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Failure(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new Failure(command[0] + " of the JDK is needed on the path: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while measuring", e);
        }
    }
}
