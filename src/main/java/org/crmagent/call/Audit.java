package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.crmagent.schema.JsonWriter;
import org.crmagent.setting.Settings;
import org.crmagent.store.Binding;
import org.crmagent.store.Binding.Purpose;
import org.crmagent.store.Sql;
import org.crmagent.store.TimeLimits.Reach;
import org.crmagent.tool.Source;
import org.crmagent.tool.text.Json;
import org.jspecify.annotations.Nullable;

/** Records every tool call that passed authentication: who, what, why, and what came of it. */
@ApplicationScoped
public class Audit {
    private static final System.Logger LOG = System.getLogger(Audit.class.getName());

    /** Of a name that no tool has; a caller can send any. */
    private static final int LONGEST_TOOL_NAME = 200;

    private static final String INSERT = """
            insert into audit_log
              (id, created_at, issuer, subject, token_id, organization_id, tool_name, risk_level, dry_run, replayed, reason,
               request_id, http_status, error_code, affected_counts, duration_ms, input, node, door)
            values (:id, :at, :issuer, :subject, :tokenId, :organizationId, :tool, :risk, :dryRun, :replayed, :reason,
                    :requestId, :status, :errorCode, :affected, :duration, :input, :node, :door)
            """;

    @Inject
    Sql sql;

    @Inject
    Binding binding;

    @Inject
    Source source;

    @Inject
    Settings settings;

    /** Writes the row in the current transaction, so that it commits with the effect. */
    void write(Attempt attempt) {
        sql.acrossOrganizations(INSERT).setAll(row(attempt)).update();
    }

    /** Writes the row of a call whose transaction has ended, in one of its own. */
    @Transactional
    public void writeAlone(Attempt attempt) {
        binding.open(null, Reach.SMALL, Purpose.TRY);
        write(attempt);
    }

    /** Writes the row as one line of the log: the database can't take it. */
    void log(Attempt attempt, Throwable cause) {
        Map<String, @Nullable Object> row = row(attempt);
        LOG.log(
                System.Logger.Level.WARNING,
                "audit " + JsonWriter.write(row) + " (not in the database: " + cause + ")");
    }

    private Map<String, @Nullable Object> row(Attempt attempt) {
        Outcome outcome = attempt.outcome();
        JsonObject input = attempt.input();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", source.newId());
        row.put("at", attempt.started);
        row.put("issuer", attempt.caller.issuer());
        row.put("subject", attempt.caller.subject());
        row.put("tokenId", attempt.caller.tokenId());
        row.put("organizationId", attempt.organizationId());
        row.put("tool", attempt.toolName.substring(0, Math.min(attempt.toolName.length(), LONGEST_TOOL_NAME)));
        row.put(
                "risk",
                attempt.entry == null
                        ? null
                        : attempt.entry.spec().risk().name().toLowerCase(Locale.ROOT));
        row.put("dryRun", attempt.dryRun());
        row.put("replayed", outcome.replayed());
        row.put("reason", attempt.reason());
        row.put("requestId", attempt.requestId);
        row.put("status", outcome.status());
        row.put(
                "errorCode",
                outcome.errorCode() == null ? null : outcome.errorCode().code());
        row.put("affected", Json.createObjectBuilder(outcome.affected()).build().toString());
        row.put("duration", attempt.durationMillis(source.now()));
        row.put(
                "input",
                input == null || attempt.entry == null
                        ? null
                        : Mask.of(attempt.entry, input).toString());
        row.put("node", settings.node());
        row.put("door", attempt.door.word());
        return row;
    }
}
