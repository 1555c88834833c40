package org.crmagent.call;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.crmagent.catalogue.Entry;
import org.crmagent.tool.Caller;
import org.jspecify.annotations.Nullable;

/** What is known of a call so far, for its answer and its audit row, however far it came. */
final class Attempt {
    final Caller caller;
    final String toolName;
    final Instant started;
    String requestId;

    @Nullable
    Entry<?, ?> entry;

    @Nullable
    JsonObject body;

    @Nullable
    Request request;

    Attempt(Caller caller, String toolName, Instant started, String requestId) {
        this.caller = caller;
        this.toolName = toolName;
        this.started = started;
        this.requestId = requestId;
    }

    /** The body was read: from here on the caller's identifier counts. */
    void read(JsonObject json) {
        body = json;
        String own = Request.requestId(json);
        requestId = own == null ? requestId : own;
    }

    /** The body of a call that has come so far as to have one. */
    JsonObject json() {
        if (body == null) {
            throw new IllegalStateException("the body has not been read");
        }
        return body;
    }

    /** True once there is a tool and a body for it: answers then have the shape of a tool's. */
    boolean reachedTool() {
        return entry != null && body != null;
    }

    /** The request of a call that has come into the passage. */
    Request passable() {
        if (request == null) {
            throw new IllegalStateException("the call has not been read");
        }
        return request;
    }

    @Nullable
    UUID organizationId() {
        return request == null ? null : request.organizationId();
    }

    boolean dryRun() {
        return request != null && entry != null && entry.mutates() && request.flag("dryRun");
    }

    long durationMillis(Instant now) {
        return Math.max(0, Duration.between(started, now).toMillis());
    }
}
