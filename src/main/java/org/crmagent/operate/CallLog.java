package org.crmagent.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.crmagent.setting.Settings;
import org.crmagent.tool.Trace;
import org.crmagent.tool.text.Canonical;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** One line of JSON for each tool call. */
@ApplicationScoped
public class CallLog {
    /** What can't be a name or an address of a person. */
    private static final Pattern ACCOUNT_ID = Pattern.compile("[^@\\s]{1,200}");

    @Inject
    Journal journal;

    @Inject
    Settings settings;

    @Inject
    HttpServletRequest request;

    /** Writes the line of a call, which is that of its request too. */
    public void write(EndedCall call) {
        RequestLog.told(request);
        journal.write(line(call, settings.node()));
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
