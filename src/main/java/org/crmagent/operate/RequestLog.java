package org.crmagent.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.crmagent.setting.Settings;
import org.crmagent.tool.Source;
import org.crmagent.tool.Trace;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/**
 * One line of JSON for each request that was no tool call: the catalogue, pages, figures, and what was refused at the door. A
 * tool call has a line of its own ({@link CallLog}).
 */
@ApplicationScoped
public class RequestLog {
    private static final String TOLD = RequestLog.class.getName() + ".told";
    private static final String STARTED = RequestLog.class.getName() + ".started";
    private static final String REQUEST_ID = RequestLog.class.getName() + ".requestId";

    /** Longer than any path that is answered; what is longer, the caller made up. */
    private static final int LONGEST_PATH = 200;

    /** Like the query they are no part of any path that is answered, and may hold anything. */
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    @Inject
    Journal journal;

    @Inject
    Settings settings;

    @Inject
    Source source;

    @Inject
    Tracing tracing;

    /** No line is to be written of this request any more. */
    static void told(HttpServletRequest request) {
        request.setAttribute(TOLD, true);
    }

    /** A request has come. */
    public void started(HttpServletRequest request) {
        request.setAttribute(STARTED, source.now());
    }

    /** Makes the identifier that the answer to this request bears. */
    public String name(HttpServletRequest request) {
        String requestId = source.newId().toString();
        request.setAttribute(REQUEST_ID, requestId);
        return requestId;
    }

    /**
     * Writes the line of a request, unless it has one.
     *
     * @param path as it was asked for, without its query; on the way to an error page the request itself names that
     * @param status as it was sent
     */
    public void tell(HttpServletRequest request, String path, int status) {
        if (request.getAttribute(TOLD) != null) {
            return;
        }
        told(request);
        Instant now = source.now();
        // unknown where the server refused it before any code of ours
        Instant started = request.getAttribute(STARTED) instanceof Instant at ? at : null;
        Ended ended = new Ended(
                started == null ? now : started,
                request.getMethod(),
                PARAMETERS.matcher(path).replaceAll(""),
                status,
                started == null ? null : Duration.between(started, now),
                request.getAttribute(REQUEST_ID) instanceof String id ? id : null,
                tracing.current());
        journal.write(line(ended, settings.node()));
    }

    /** A request that has its answer. */
    record Ended(
            Instant started,
            String method,
            String path,
            int status,
            @Nullable Duration duration,
            @Nullable String requestId,
            @Nullable Trace trace) {}

    static String line(Ended ended, String node) {
        Trace trace = ended.trace();
        JsonObject line = Json.createObjectBuilder()
                .add("time", ended.started().toString())
                .add("event", "request")
                .add("method", cut(ended.method()))
                .add("path", cut(ended.path()))
                .add("status", ended.status())
                .add("durationMs", ended.duration() == null ? JsonValue.NULL : millis(ended.duration()))
                .add("requestId", text(ended.requestId()))
                .add("traceId", text(trace == null ? null : trace.traceId()))
                .add("spanId", text(trace == null ? null : trace.spanId()))
                .add("node", node)
                .build();
        return line.toString();
    }

    private static JsonValue millis(Duration duration) {
        return Json.createValue(duration.toMillis());
    }

    private static JsonValue text(@Nullable String value) {
        return value == null ? JsonValue.NULL : Json.createValue(value);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_PATH ? text : text.substring(0, LONGEST_PATH) + "…";
    }
}
