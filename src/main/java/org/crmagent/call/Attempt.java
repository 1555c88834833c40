package org.crmagent.call;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.crmagent.catalogue.Entry;
import org.crmagent.operate.EndedCall;
import org.crmagent.tool.Asked;
import org.crmagent.tool.Caller;
import org.crmagent.tool.Trace;
import org.jspecify.annotations.Nullable;

/** What is known of a call so far, for its answer and its audit row, however far it came. */
final class Attempt {
    final Caller caller;
    final Door door;
    final String toolName;
    final @Nullable Trace trace;
    final Instant started;
    String requestId;

    @Nullable
    Entry<?, ?> entry;

    @Nullable
    JsonObject body;

    @Nullable
    Request request;

    /** What was asked outside before the transaction; null where nothing was. */
    @Nullable
    Asked asked;

    private @Nullable Outcome outcome;

    Attempt(Caller caller, Door door, String toolName, @Nullable Trace trace, Instant started, String requestId) {
        this.caller = caller;
        this.door = door;
        this.toolName = toolName;
        this.trace = trace;
        this.started = started;
        this.requestId = requestId;
    }

    /** The call has ended so, unless what follows fails and ends it otherwise. */
    Attempt ended(Outcome how) {
        outcome = how;
        return this;
    }

    /** How the call ended. */
    Outcome outcome() {
        if (outcome == null) {
            throw new IllegalStateException("the call has not ended");
        }
        return outcome;
    }

    /** The body was read: from here on the caller's identifier counts. */
    void read(JsonObject json) {
        body = json;
        String own = Request.requestId(json);
        requestId = own == null ? requestId : own;
    }

    /**
     * The key of a record of this caller's requests of this tool.
     *
     * @param of what stands for the request: its identifier, or that of a preview that is applied once
     */
    Map<String, String> storedAs(String of) {
        return Map.of("issuer", caller.issuer(), "subject", caller.subject(), "tool", toolName, "requestId", of);
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

    /** The organization that the body names, valid body or not. */
    @Nullable
    UUID organizationId() {
        return body == null ? null : Request.organizationId(body);
    }

    /** The input that the body holds, valid or not; null where it holds none. */
    @Nullable
    JsonObject input() {
        return body != null && body.get("input") instanceof JsonObject input ? input : null;
    }

    /** The reason of a body whose members are valid. */
    @Nullable
    String reason() {
        return request == null ? null : request.reason();
    }

    /** The type of the input, once the tool is known. */
    Class<? extends Record> inputType() {
        if (entry == null) {
            throw new IllegalStateException("no tool was reached");
        }
        return entry.inputType();
    }

    boolean dryRun() {
        JsonObject input = input();
        return entry != null && entry.mutates() && input != null && input.get("dryRun") == JsonValue.TRUE;
    }

    long durationMillis(Instant now) {
        return duration(now).toMillis();
    }

    private Duration duration(Instant now) {
        return now.isBefore(started) ? Duration.ZERO : Duration.between(started, now);
    }

    /**
     * What operators are told of the call: nothing of its input, and no name that a caller made up.
     *
     * @param known the tool, if there is one of that name
     */
    EndedCall told(@Nullable String known, Instant now) {
        Outcome how = outcome();
        return new EndedCall(
                started,
                requestId,
                organizationId(),
                known,
                caller,
                how.status(),
                how.errorCode(),
                dryRun(),
                how.replayed(),
                duration(now),
                trace);
    }
}
