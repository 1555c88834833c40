package org.crmagent.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A file by which whoever runs the server asks the application to end its calls before the server is told to end, which may
 * take away what calls need. It is there from the start. Renamed so that it ends in {@code .leaving}, it has the node depart,
 * and is removed once no call is inside.
 */
@ApplicationScoped
public class StopFile {
    private static final System.Logger LOG = System.getLogger(StopFile.class.getName());
    private static final long BETWEEN_LOOKS_MILLIS = 100;
    private static final long LONGEST_END_MILLIS = 2000;

    @Inject
    Settings settings;

    @Inject
    Traffic traffic;

    private @Nullable Thread watch;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        settings.text(Setting.STOP_FILE).map(Path::of).ifPresent(this::start);
    }

    private void start(Path file) {
        try {
            Files.deleteIfExists(leaving(file));
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw new IllegalStateException(Setting.STOP_FILE.key() + " can't be written: " + e, e);
        }
        Thread thread = new Thread(() -> watch(file), "crm-stop-file");
        thread.setDaemon(true);
        thread.start();
        watch = thread;
    }

    private void watch(Path file) {
        try {
            // not for as long as the file is there: it may be lost, as files that nobody reads are in temporary folders
            while (!Files.exists(leaving(file))) {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
            traffic.depart();
        } catch (InterruptedException undeployed) {
            LOG.log(System.Logger.Level.DEBUG, "The application ends by itself.");
        } finally {
            remove(file);
        }
    }

    /** Nobody has to wait any more, whatever came. */
    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(leaving(file));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, Setting.STOP_FILE.key() + " can't be removed: " + e);
        }
    }

    private static Path leaving(Path file) {
        return file.resolveSibling(file.getFileName() + ".leaving");
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        if (watch == null) {
            return;
        }
        watch.interrupt();
        try {
            // the next deployment makes the file anew
            watch.join(LONGEST_END_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
