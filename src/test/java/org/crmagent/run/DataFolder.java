package org.crmagent.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that keeps what one run leaves to the next, locked while a run uses it. */
final class DataFolder {
    private final Path path;

    /** Held for the life of the process. */
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder lock(Path path) {
        try {
            Files.createDirectories(path);
            FileLock lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                throw new Failure("Another run uses the data folder " + path + ": stop it first");
            }
            return new DataFolder(path, lock);
        } catch (IOException e) {
            throw new Failure("The data folder " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    Path file(String name) {
        if (!lock.isValid()) {
            throw new IllegalStateException("The lock of " + path + " was lost");
        }
        return path.resolve(name);
    }
}
