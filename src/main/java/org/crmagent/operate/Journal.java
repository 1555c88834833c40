package org.crmagent.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;

/**
 * Where the lines about calls and requests go: to the standard output of the process itself, because each server frames what
 * comes by way of its loggers or of {@code System.out} in its own way.
 */
@ApplicationScoped
public class Journal {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    private static final System.Logger CALLS = System.getLogger("org.crmagent.calls");

    @SuppressWarnings("resource") // open as long as the process lives
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    @Inject
    Settings settings;

    /** Writes a line of JSON. One that can't be written is told to the server's log, and the call goes on. */
    void write(String json) {
        String line = ascii(json);
        switch (settings.text(Setting.CALL_LOG).orElse("")) {
            case "stdout" -> print(line);
            case "logger" -> CALLS.log(System.Logger.Level.INFO, line);
            default -> {
                // off
            }
        }
    }

    /** The same JSON without a character that a reader may take for the end of a line, or a terminal for an order. */
    static String ascii(String json) {
        StringBuilder line = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char each = json.charAt(i);
            if (each >= ' ' && each <= '~') {
                line.append(each);
            } else {
                line.append(String.format("\\u%04x", (int) each));
            }
        }
        return line.toString();
    }

    /** In one piece, so that no other line gets between. */
    private void print(String line) {
        try {
            out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.WARNING, "A line of the call log could not be written: " + closed.getMessage());
        }
    }
}
