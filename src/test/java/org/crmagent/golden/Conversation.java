package org.crmagent.golden;

import static org.crmagent.golden.Exchange.request;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.crmagent.catalogue.Entry;
import org.crmagent.contract.Tools;
import org.crmagent.it.Api;
import org.crmagent.it.Demo;
import org.jspecify.annotations.Nullable;

/** What is asked: every tool rightly, wrongly, as a preview and again, then whatever can be refused. */
final class Conversation {
    /** When it takes place, for the demonstration data and the server alike. */
    static final Instant TIME = Instant.parse("2026-09-15T08:30:00Z");

    /** What the server is told: nobody waits long, and five calls of one subject are enough. */
    static final Map<String, String> SETTINGS = Map.of(
            "CRM_PROBE_TIME", TIME.toString(),
            "CRM_NODE", "golden",
            "CRM_SMALL_LOCK_TIMEOUT_MILLIS", "300",
            "CRM_RATE_LIMIT_PER_MINUTE", "5");

    private final List<Exchange> exchanges = new ArrayList<>();
    private int subjects;

    /** The whole conversation, in order: later answers depend on what earlier ones did. */
    List<Exchange> exchanges() {
        List.of(
                        "capabilities",
                        "capabilities?organizationId=00000003-0000-4000-8000-000000000003",
                        "capabilities?organizationId=x")
                .forEach(path -> exchanges.add(request("GET " + path, get(path))));
        Tools.catalogue().entries().forEach(this::tool);
        new Refusals(this).all().forEach(exchanges::add);
        return exchanges;
    }

    private void tool(Entry<?, ?> entry) {
        int number = 0;
        for (JsonObject example : entry.examples()) {
            String name = entry.name() + " example " + ++number;
            if (entry.mutates()) {
                exchanges.add(request(name + " previewed", call(entry.name(), with(example, "dryRun", true), null)));
                JsonObject apply = with(example, "dryRun", false);
                JsonObject confirmed = entry.spec().confirm() ? with(apply, "confirm", true) : apply;
                Exchange.Request applied = call(entry.name(), confirmed, "golden-" + entry.name() + "-" + number);
                exchanges.add(request(name + " applied", applied));
                exchanges.add(request(name + " repeated", applied));
            } else {
                exchanges.add(request(name, call(entry.name(), example, null)));
            }
        }
        JsonObject wrong = Json.createObjectBuilder().add("nonsense", 1).build();
        exchanges.add(request(entry.name() + " with an unknown member", call(entry.name(), wrong, null)));
    }

    /** A call by a subject of its own. */
    Exchange.Request call(String tool, JsonObject input, @Nullable String requestId) {
        return call(token(), tool, input, requestId);
    }

    /** A call in the first organization of the demonstration data. */
    static Exchange.Request call(String token, String tool, JsonObject input, @Nullable String requestId) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("input", input);
        if (!tool.equals("crm_resolve_workspace")) {
            body.add("organizationId", Demo.ORGANIZATION.toString());
        }
        if (requestId != null) {
            body.add("requestId", requestId);
        }
        return post(token, tool, body.build().toString());
    }

    /** A call with any body, by a subject of its own. */
    Exchange.Request post(String tool, String body) {
        return post(token(), tool, body);
    }

    private static Exchange.Request post(String token, String tool, String body) {
        return api -> authorized(api, "tools/" + tool, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    Exchange.Request get(String path) {
        String token = token();
        return api -> authorized(api, path, token);
    }

    static HttpRequest.Builder authorized(Api api, String path, String token) {
        return api.anonymous(path).header("Authorization", "Bearer " + token);
    }

    /** The token of a subject that has not called yet. */
    String token() {
        String subject = "agent-" + ++subjects;
        return Api.token(claims -> claims.subject(subject).issueTime(Date.from(TIME)));
    }

    static JsonObject with(JsonObject object, String member, boolean value) {
        return Json.createObjectBuilder(object)
                .add(member, value ? JsonValue.TRUE : JsonValue.FALSE)
                .build();
    }
}
