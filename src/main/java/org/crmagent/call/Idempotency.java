package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.store.Sql;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.crmagent.tool.text.Canonical;

/** Gives one effect to any number of calls with the same request identifier, on any node. */
@ApplicationScoped
class Idempotency {

    /** A lock that another transaction holds means that the same request is being executed now. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended(:key, 0)) as free";

    private static final String FIND = """
            select request_hash, http_status, response
            from idempotency_record
            where organization_id = :organizationId and issuer = :issuer and subject = :subject
              and tool_name = :tool and request_id = :requestId and created_at > :keptSince
            """;

    /** A record that is too old to be found may still lie there. */
    private static final String STORE = """
            insert into idempotency_record
              (organization_id, issuer, subject, tool_name, request_id, request_hash, http_status, response,
               created_at)
            values (:organizationId, :issuer, :subject, :tool, :requestId, :hash, :status, :response, :now)
            on conflict (organization_id, issuer, subject, tool_name, request_id) do update
            set request_hash = excluded.request_hash, http_status = excluded.http_status,
                response = excluded.response, created_at = excluded.created_at
            """;

    @Inject
    Sql sql;

    @Inject
    Settings settings;

    /**
     * Takes the request for this transaction, or finds what it was answered before. The look-up is a statement of its
     * own: one that locks and reads would read with the snapshot from before the lock.
     *
     * @return the stored answer of the same request
     * @throws Refusal {@code request_in_progress}, {@code request_id_reused}
     */
    Optional<Answer> claim(Attempt attempt) {
        boolean free = sql.acrossOrganizations(LOCK)
                .set(
                        "key",
                        Canonical.sha256(
                                attempt.caller.issuer(),
                                attempt.caller.subject(),
                                String.valueOf(attempt.organizationId()),
                                attempt.toolName,
                                attempt.requestId))
                .one(row -> row.bool("free"));
        if (!free) {
            throw refusal(
                    ErrorCode.REQUEST_IN_PROGRESS,
                    "The same requestId is being executed now: ask again in a moment to get its answer.",
                    "a call with this requestId is running");
        }
        return sql.of(FIND)
                .setAll(attempt.storedAs(attempt.requestId))
                .set(
                        "keptSince",
                        attempt.started.minus(Duration.ofHours(settings.number(Setting.IDEMPOTENCY_KEPT_HOURS))))
                .first(row -> new Stored(row.bytes("request_hash"), row.integer("http_status"), row.bytes("response")))
                .map(stored -> replay(attempt, stored));
    }

    /** Keeps the answer, in the transaction of the effect. */
    void store(Attempt attempt, Answer answer) {
        sql.of(STORE)
                .setAll(attempt.storedAs(attempt.requestId))
                .set("hash", hash(attempt))
                .set("status", answer.status())
                .set("response", answer.body())
                .set("now", attempt.started)
                .update();
    }

    private static Answer replay(Attempt attempt, Stored stored) {
        if (!Arrays.equals(stored.hash(), hash(attempt))) {
            throw refusal(
                    ErrorCode.REQUEST_ID_REUSED,
                    "This requestId was used for another request of this tool: use a new one for a new request.",
                    "this requestId belongs to another request");
        }
        return new Answer(stored.status(), Map.of("Idempotent-Replayed", "true"), stored.response());
    }

    /** The request: organization and input as they are meant; the reason may differ. */
    private static byte[] hash(Attempt attempt) {
        Request request = attempt.passable();
        return HexFormat.of()
                .parseHex(Canonical.sha256(
                        String.valueOf(request.organizationId()),
                        Canonical.text(Meant.by(attempt.inputType(), request.input()))));
    }

    private static Refusal refusal(ErrorCode code, String sentence, String message) {
        return new Refusal(code, sentence, List.of(new Violation("/requestId", code.code(), message, null)));
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, compared by content
    private record Stored(byte[] hash, int status, byte[] response) {}
}
