package org.crmagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Opens the surroundings before the first integration test and closes them after the last; unit tests have none. */
public final class SurroundingsListener implements LauncherSessionListener {
    private static boolean wanted() {
        return System.getProperty("crm.checkout") != null;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (wanted()) {
            Surroundings.open();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (wanted()) {
            try {
                Surroundings.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
