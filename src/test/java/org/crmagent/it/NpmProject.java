package org.crmagent.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder of the checkout with tests for Node.js, run in a copy below {@code target}, for which npm brings the packages. */
public final class NpmProject {
    private final Path folder;

    /**
     * Copies it.
     *
     * @param name of the folder
     */
    public NpmProject(String name) throws IOException {
        Path from = Surroundings.CHECKOUT.resolve(name);
        folder = Surroundings.CHECKOUT.toAbsolutePath().resolve("target").resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(from.resolve("node_modules")))
                    .toList()) {
                Path to = folder.resolve(from.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Where it is run, and where logs and results lie. */
    public Path folder() {
        return folder;
    }

    /** Fetches the packages of the lock file. */
    public void install() throws IOException, InterruptedException {
        assertEquals(0, run("install.log", Map.of(), "npm", "ci"), () -> read("install.log"));
    }

    /** Runs its tests, which read the environment. */
    public void test(Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(engine(), "--test", "--test-concurrency=1"));
        try (Stream<Path> files = Files.list(folder.resolve("test"))) {
            files.filter(file -> file.toString().endsWith(".test.mjs"))
                    .sorted()
                    .map(Path::toString)
                    .forEach(command::add);
        }
        assertEquals(0, run("test.log", environment, command.toArray(String[]::new)), () -> read("test.log"));
    }

    /** A file of it, or why there is none. */
    public String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException missing) {
            return missing.toString();
        }
    }

    /** That of the lock file, because some packages need a newer one than a system may have. */
    private String engine() throws IOException {
        try (Stream<Path> modules = Files.list(folder.resolve("node_modules"))) {
            return modules.filter(module -> module.getFileName().toString().startsWith("node-linux-"))
                    .map(module -> module.resolve("bin/node").toString())
                    .findFirst()
                    .orElse("node");
        }
    }

    private int run(String log, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw new AssertionError(String.join(" ", command) + " takes too long:\n" + read(log));
        }
        return process.exitValue();
    }
}
