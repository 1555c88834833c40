package org.crmagent.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.crmagent.it.Answer;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Workspace;
import org.junit.jupiter.api.BeforeEach;

/** Reads of the audit log as operators do, and calls that are told there. */
abstract class AuditCalls extends OverHttp {
    protected static final String PATH = "../operator/audit";

    protected Workspace workspace;

    @BeforeEach
    protected void organize() throws SQLException {
        workspace = new Workspace(api);
    }

    protected Answer read(String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return api.send(api.request(PATH + "?" + String.join("&", pairs)));
    }

    protected Answer ours(String... namesAndValues) {
        return read(Stream.concat(Stream.of("organizationId", workspace.id.toString()), Stream.of(namesAndValues))
                .toArray(String[]::new));
    }

    protected static List<JsonObject> rows(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.data().getJsonArray("rows").getValuesAs(JsonObject.class);
    }

    protected static List<String> each(Answer answer, String name) {
        return rows(answer).stream()
                .map(row -> row.isNull(name) ? "null" : row.getString(name))
                .toList();
    }

    protected String call(String tool, JsonObject input) {
        String requestId = UUID.randomUUID().toString();
        api.tool(
                tool,
                Json.createObjectBuilder()
                        .add("organizationId", workspace.id.toString())
                        .add("input", input)
                        .add("reason", "for the audit")
                        .add("requestId", requestId)
                        .build());
        return requestId;
    }
}
