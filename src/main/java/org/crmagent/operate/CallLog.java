package org.crmagent.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.tool.Trace;
import org.crmagent.tool.text.Canonical;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for each tool call. It goes to the standard output of the process itself, because each server frames
 * what comes by way of its loggers or of {@code System.out} in its own way.
 */
@ApplicationScoped
public class CallLog {
    private static final System.Logger LOG = System.getLogger(CallLog.class.getName());
    private static final System.Logger CALLS = System.getLogger("org.crmagent.calls");

    /** What can't be a name or an address of a person. */
    private static final Pattern ACCOUNT_ID = Pattern.compile("[^@\\s]{1,200}");

    @SuppressWarnings("resource") // open as long as the process lives
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    @Inject
    Settings settings;

    /** Writes the line of a call. A line that can't be written is told to the server's log, and the call goes on. */
    public void write(EndedCall call) {
        switch (settings.text(Setting.CALL_LOG).orElse("")) {
            case "stdout" -> print(line(call, settings.node()));
            case "logger" -> CALLS.log(System.Logger.Level.INFO, line(call, settings.node()));
            default -> {
                // off
            }
        }
    }

    /** In one piece, so that no other line gets between. */
    private void print(String line) {
        try {
            out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            LOG.log(System.Logger.Level.WARNING, "The call log could not be written: " + closed.getMessage());
        }
    }

    static String line(EndedCall call, String node) {
        Trace trace = call.trace();
        JsonObject line = Json.createObjectBuilder()
                .add("time", call.started().toString())
                .add("event", "tool_call")
                .add("requestId", call.requestId())
                .add("organizationId", text(call.organizationId()))
                .add("toolName", text(call.toolName()))
                .add("subject", subject(call))
                .add("outcome", call.outcome())
                .add("status", call.status())
                .add("dryRun", call.dryRun())
                .add("replayed", call.replayed())
                .add("durationMs", call.duration().toMillis())
                .add("traceId", text(trace == null ? null : trace.traceId()))
                .add("spanId", text(trace == null ? null : trace.spanId()))
                .add("node", node)
                .build();
        return line.toString();
    }

    /** An account's id as it is; anything else, such as an address, by its hash with the issuer. */
    private static String subject(EndedCall call) {
        String subject = call.caller().subject();
        return ACCOUNT_ID.matcher(subject).matches()
                ? subject
                : "sha256:" + Canonical.sha256(call.caller().issuer(), subject).substring(0, 16);
    }

    private static JsonValue text(@Nullable Object value) {
        return value == null ? JsonValue.NULL : Json.createValue(value.toString());
    }
}
