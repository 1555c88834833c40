package org.crmagent.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crmagent.schema.JsonWriter;
import org.crmagent.store.Binding;
import org.crmagent.store.Binding.Purpose;
import org.crmagent.store.Criteria;
import org.crmagent.store.Cursor;
import org.crmagent.store.Row;
import org.crmagent.store.Sql;
import org.crmagent.store.TimeLimits.Reach;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One page of the audit log, latest first. It looks through a stretch of an index of bounded length, so that a filter which
 * fits nothing costs no more than one that fits all: a page may hold fewer rows than asked for, or none, and still lead on.
 */
@ApplicationScoped
public class AuditPage {
    /** Rows that one page looks through. */
    private static final int STRETCH = 20_000;

    /** Of a page; inputs are up to 8 KiB each. */
    private static final int LARGEST = 256 * 1024;

    @Inject
    Sql sql;

    @Inject
    Binding binding;

    @Inject
    Gate gate;

    private record Place(Instant at, UUID id) {}

    /** A row, and where the next one goes on. */
    private record Found(JsonObject json, Place place) {}

    /**
     * The rows asked for, {@code nextCursor}, and {@code lookedBackTo}: the time of the last row that was looked at, both null
     * where there is none before.
     *
     * @throws Refusal as the gate refuses an organization, or for a cursor of another filter
     */
    @Transactional
    public JsonObject read(AuditFilter filter) {
        binding.open(filter.organizationId(), Reach.SMALL, Purpose.READ);
        if (filter.organizationId() != null) {
            gate.check(filter.organizationId());
        }
        Criteria stretch = stretch(filter);
        Place end = endOfStretch(stretch);
        List<Found> found = rows(filter, stretch, end);
        List<JsonObject> shown = new ArrayList<>();
        int size = 0;
        Place last = null;
        for (Found row : found.subList(0, Math.min(found.size(), filter.limit()))) {
            size += row.json().toString().length();
            if (size > LARGEST && !shown.isEmpty()) {
                break;
            }
            shown.add(row.json());
            last = row.place();
        }
        Place next = shown.size() < found.size() ? last : end;
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("rows", shown);
        page.put(
                "nextCursor",
                next == null ? null : new Cursor(0, next.at().toString(), next.id()).write(filter.name()));
        page.put("lookedBackTo", next == null ? null : next.at());
        return JsonWriter.write(page).asJsonObject();
    }

    /** What an index serves. */
    private static Criteria stretch(AuditFilter filter) {
        Criteria criteria = new Criteria()
                .and("organization_id = :organization", "organization", filter.organizationId())
                .and("request_id = :requestId", "requestId", filter.requestId())
                .and("created_at >= :from", "from", filter.from())
                .and("created_at < :to", "to", filter.to());
        if (filter.cursor() != null) {
            Cursor cursor = cursor(filter, filter.cursor());
            criteria.and("created_at <= :at", "at", cursor.instant())
                    .and("(created_at < :at or id < :id)", "id", cursor.id());
        }
        return criteria;
    }

    private static Cursor cursor(AuditFilter filter, String text) {
        try {
            Cursor cursor = Cursor.read(text, filter.name());
            cursor.instant();
            return cursor;
        } catch (Refusal foreign) {
            throw new Refusal(
                    ErrorCode.VALIDATION_FAILED,
                    foreign.sentence(),
                    List.of(new Violation("/cursor", "foreign_cursor", "belongs to another filter", null)));
        }
    }

    /** The last row of a whole stretch, found in the index alone; null where the stretch reaches to the end. */
    private @Nullable Place endOfStretch(Criteria stretch) {
        return sql.acrossOrganizations("select created_at, id" + inOrder(stretch) + "limit 1 offset :last")
                .setAll(stretch.parameters())
                .set("last", STRETCH - 1)
                .planned()
                .first(AuditPage::place)
                .orElse(null);
    }

    private List<Found> rows(AuditFilter filter, Criteria stretch, @Nullable Place end) {
        if (end != null) {
            stretch.and("created_at >= :endAt", "endAt", end.at())
                    .and("(created_at > :endAt or id >= :endId)", "endId", end.id());
        }
        stretch.and("subject = :subject", "subject", filter.subject())
                .and("tool_name = :tool", "tool", filter.toolName());
        if (AuditFilter.SUCCESS.equals(filter.outcome())) {
            stretch.and("error_code is null");
        } else if (AuditFilter.REFUSED.equals(filter.outcome())) {
            stretch.and("error_code is not null");
        } else {
            stretch.and("error_code = :outcome", "outcome", filter.outcome());
        }
        return sql.acrossOrganizations("select *" + inOrder(stretch) + "limit :most")
                .setAll(stretch.parameters())
                .set("most", filter.limit() + 1)
                .planned()
                .list(AuditPage::found);
    }

    private static String inOrder(Criteria criteria) {
        return " from audit_trail where true" + criteria.sql() + "order by created_at desc, id desc ";
    }

    private static Place place(Row row) {
        return new Place(row.instant("created_at"), row.uuid("id"));
    }

    private static Found found(Row row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", row.uuid("id"));
        json.put("time", row.instant("created_at"));
        json.put("requestId", row.textOrNull("request_id"));
        json.put("organizationId", row.uuidOrNull("organization_id"));
        json.put("toolName", row.textOrNull("tool_name"));
        json.put("riskLevel", row.textOrNull("risk_level"));
        json.put("door", row.text("door"));
        json.put("issuer", row.textOrNull("issuer"));
        json.put("subject", row.textOrNull("subject"));
        json.put("outcome", Objects.requireNonNullElse(row.textOrNull("error_code"), AuditFilter.SUCCESS));
        json.put("status", row.integer("http_status"));
        json.put("dryRun", row.bool("dry_run"));
        json.put("replayed", row.bool("replayed"));
        json.put("reason", row.textOrNull("reason"));
        json.put("affectedCounts", row.json("affected_counts"));
        json.put("durationMs", row.number("duration_ms"));
        json.put("input", row.textOrNull("input") == null ? JsonValue.NULL : row.json("input"));
        json.put("node", row.textOrNull("node"));
        return new Found(JsonWriter.write(json).asJsonObject(), place(row));
    }
}
