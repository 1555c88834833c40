package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmagent.it.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows of the audit log a filter gets, and in which pages. */
class AuditFiltersIT extends AuditCalls {
    @Test
    void filtersByOutcomeToolSubjectAndTime() {
        String done = call("get_crm_workspace_overview", JsonValue.EMPTY_JSON_OBJECT);
        String refused = call("get_campaign", JsonValue.EMPTY_JSON_OBJECT);
        assertEquals(List.of(refused, done), each(ours(), "requestId"));
        assertEquals(List.of(done), each(ours("outcome", "success"), "requestId"));
        assertEquals(List.of(refused), each(ours("outcome", "refused"), "requestId"));
        assertEquals(List.of(refused), each(ours("outcome", "validation_failed"), "requestId"));
        assertEquals(List.of(), each(ours("outcome", "not_found"), "requestId"));
        assertEquals(List.of(done), each(ours("toolName", "get_crm_workspace_overview"), "requestId"));
        String subject = each(ours(), "subject").get(0);
        assertEquals(List.of(refused, done), each(ours("subject", subject), "requestId"));
        assertEquals(List.of(), each(ours("subject", subject + "x"), "requestId"));
        String last = each(ours(), "time").get(0);
        assertEquals(List.of(refused), each(ours("from", last), "requestId"));
        assertEquals(List.of(done), each(ours("to", last), "requestId"));
        assertEquals(List.of(refused), each(read("requestId", refused), "requestId"));
    }

    @Test
    void pagesWithoutGaps() throws SQLException {
        workspace.run("insert into audit_log (organization_id, http_status, request_id, created_at)"
                + " select :org, 200, n::text, timestamptz '2026-01-01 00:00Z' + (n / 3) * interval '1 second'"
                + " from generate_series(1, 25) n");
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        while (pages == 0 || !cursor.isEmpty()) {
            Answer page = ours("limit", "4", "cursor", cursor);
            seen.addAll(each(page, "requestId"));
            cursor = page.data().getString("nextCursor", "");
            pages++;
        }
        assertEquals(7, pages);
        assertEquals(25, new HashSet<>(seen).size());
        assertEquals(25, seen.size());
        assertEquals(
                workspace
                        .rows("select request_id from audit_log where organization_id = :org"
                                + " order by created_at desc, id desc")
                        .stream()
                        .map(row -> row.get("request_id"))
                        .toList(),
                seen);
    }

    /** A filter that fits nothing costs no more than one that fits all: the page ends and leads on. */
    @Test
    void looksBackAStretchAtATime() throws SQLException {
        workspace.run("insert into audit_log (organization_id, http_status, subject, created_at)"
                + " select :org, 200, case when n = 1 then 'rare' else 'usual' end,"
                + " timestamptz '2026-01-01 00:00Z' + n * interval '1 second' from generate_series(1, 20010) n");
        Answer first = ours("subject", "rare");
        assertEquals(List.of(), rows(first));
        assertEquals("2026-01-01T00:00:11Z", first.data().getString("lookedBackTo"));
        Answer second = ours("subject", "rare", "cursor", first.data().getString("nextCursor"));
        assertEquals(List.of("rare"), each(second, "subject"));
        assertTrue(second.data().isNull("nextCursor"));
    }

    @Test
    void boundsThePage() throws SQLException {
        workspace.run("insert into audit_log (organization_id, http_status, input)"
                + " select :org, 200, jsonb_build_object('x', repeat('a', 8000)) from generate_series(1, 60) n");
        Answer answer = ours("limit", "200");
        assertTrue(answer.body().length() < 300 * 1024, answer.body().length() + " characters");
        assertTrue(rows(answer).size() > 20);
        assertFalse(answer.data().isNull("nextCursor"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, /limit out_of_range",
        "limit=201, /limit out_of_range",
        "limit=x, /limit out_of_range",
        "from=yesterday, /from bad_format",
        "to=2026-13-01T00:00:00Z, /to bad_format",
        "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, /to not_after_from",
        "outcome=succes, /outcome not_in_enum",
        "organizationId=x, /organizationId bad_format",
        "cursor=%21, /cursor bad_format",
        "cursor=abc, /cursor foreign_cursor",
        "subject=a&subject=b, /subject given_twice",
        "toolname=x, /toolname unknown_member",
        "a%2Fb=x, /a~1b unknown_member",
        "limit=0&from=x, /limit out_of_range|/from bad_format"
    })
    void refusesWhatIsNoFilter(String query, String violations) {
        Answer answer = api.send(api.request(PATH + "?" + query));
        assertEquals(400, answer.status(), answer.body());
        assertEquals("validation_failed", answer.code());
        assertEquals(
                Stream.of(violations.split("\\|")).collect(Collectors.toSet()),
                answer.data().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                        .map(each -> each.getString("pointer") + " " + each.getString("code"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void refusesTheCursorOfAnotherFilter() throws SQLException {
        workspace.run(
                "insert into audit_log (organization_id, http_status) select :org, 200 from generate_series(1, 3)");
        String cursor = ours("limit", "1").data().getString("nextCursor");
        assertEquals(
                400, ours("limit", "1", "cursor", cursor, "outcome", "success").status());
        assertEquals(400, read("cursor", cursor).status());
    }

    @Test
    void suggestsWhatWasMeant() {
        Answer answer = read("toolname", "x");
        assertEquals(
                "toolName",
                answer.data().getJsonArray("violations").getJsonObject(0).getString("suggestion"));
    }
}
