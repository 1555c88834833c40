package org.crmagent.golden;

import static org.crmagent.golden.Exchange.request;
import static org.crmagent.it.JsonText.json;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;

/** The part of the conversation in which every kind of refusal is met. */
final class Refusals {
    private static final String CAMPAIGN = "c0000001-0000-4000-8000-000000000001";
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";
    private static final String REMOVAL =
            "{\"campaignId\": \"" + CAMPAIGN + "\", \"filter\": {\"states\": [\"to_call\"]}";
    private static final String REMOVE = "bulk_remove_contacts_from_campaign";
    private static final String UPDATE = "update_outbound_campaign";

    private final Conversation conversation;

    Refusals(Conversation conversation) {
        this.conversation = conversation;
    }

    List<Exchange> all() {
        return Stream.of(door(), media(), bodies(), organizations(), consents(), states(), races())
                .flatMap(List::stream)
                .toList();
    }

    private List<Exchange> door() {
        return List.of(
                request("no token", api -> api.anonymous("capabilities")),
                request("no token, a tool", api -> tool(api.anonymous("tools/get_campaign"), "{}")),
                request("garbage for a token", api -> Conversation.authorized(api, "capabilities", "garbage")),
                request(
                        "basic authentication",
                        api -> api.anonymous("capabilities").header("Authorization", "Basic Y3JtOmNybQ==")),
                token("expired", claims -> claims.expirationTime(Date.from(Conversation.TIME))),
                token("of another issuer", claims -> claims.issuer("https://elsewhere.example")),
                token("for another audience", claims -> claims.audience("elsewhere")),
                token("of a later time", claims -> claims.issueTime(Date.from(Conversation.TIME.plusSeconds(3600)))),
                token("without the role", claims -> claims.claim("groups", List.of("user"))),
                token("with groups that are no list", claims -> claims.claim("groups", "super_admin")),
                request("an unknown path", conversation.get("nothing/here")),
                request(
                        "another method",
                        api -> Conversation.authorized(api, "tools/get_campaign", conversation.token())
                                .method("DELETE", BodyPublishers.noBody())),
                request(
                        "a method of capabilities",
                        api -> tool(Conversation.authorized(api, "capabilities", conversation.token()), "{}")));
    }

    private List<Exchange> media() {
        return List.of(
                request(
                        "text for a body",
                        api -> tool(api, "get_campaign")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}"))),
                request(
                        "only HTML accepted",
                        api -> tool(tool(api, "get_campaign").header("Accept", "text/html"), "{}")),
                request("a body of more than a mebibyte", conversation.post("get_campaign", " ".repeat(1_100_000))));
    }

    private List<Exchange> bodies() {
        return Stream.of(
                        "",
                        "{",
                        "[]",
                        "{\"input\": {}, \"input\": {}}",
                        "{\"input\": {\"campaignId\": \"\\u0000\"}}",
                        "{\"input\": 1e999}",
                        "{\"organizationId\": 1, \"reason\": \"\", \"requestId\": \"?\", \"nonsense\": 1}")
                .map(body -> request("the body " + body, conversation.post("get_campaign", body)))
                .toList();
    }

    private List<Exchange> organizations() {
        String input = "\", \"input\": {\"campaignId\": \"" + CAMPAIGN + "\"}}";
        return List.of(
                request("a tool that does not exist", conversation.post("get_campains", "{}")),
                request(
                        "an unknown organization",
                        conversation.post("get_campaign", "{\"organizationId\": \"" + UNKNOWN + input)),
                request(
                        "an organization without the module",
                        conversation.post(
                                "get_campaign", "{\"organizationId\": \"00000003-0000-4000-8000-000000000003" + input)),
                request(
                        "a campaign of another organization",
                        conversation.post(
                                "get_campaign", "{\"organizationId\": \"00000002-0000-4000-8000-000000000002" + input)),
                call("an unknown campaign", "get_campaign", "{\"campaignId\": \"" + UNKNOWN + "\"}"));
    }

    private List<Exchange> consents() {
        return List.of(
                call("unconfirmed", REMOVE, REMOVAL + "}"),
                call("confirmed without a number", REMOVE, REMOVAL + ", \"confirm\": true}"),
                call("a number that is not so", REMOVE, REMOVAL + ", \"confirm\": true, \"expectedCount\": 1}"),
                call("a made-up preview", REMOVE, REMOVAL + ", \"confirm\": true, \"previewToken\": \"made-up\"}"),
                new Exchange("an old preview", this::stale));
    }

    private List<Exchange> states() {
        String token = conversation.token();
        return List.of(
                request("a name", Conversation.call(token, UPDATE, named("Golden"), "golden-id")),
                request(
                        "the same requestId for another name",
                        Conversation.call(token, UPDATE, named("Other"), "golden-id")),
                call(
                        "a taken name",
                        "create_script_template",
                        "{\"name\": \"satisfaction\", \"steps\": [{\"id\": \"a\", \"type\": \"instruction\", \"text\": \"a\"}]}"),
                call(
                        "an old version",
                        UPDATE,
                        "{\"campaignId\": \"" + CAMPAIGN + "\", \"priority\": 1, \"expectedVersion\": 99}"),
                call(
                        "a state that does not follow",
                        UPDATE,
                        "{\"campaignId\": \"" + CAMPAIGN + "\", \"status\": \"draft\"}"));
    }

    private List<Exchange> races() {
        String token = conversation.token();
        return List.of(
                call("a fault of the program", "probe_hold", held(0, ", \"breaks\": true")),
                new Exchange("a requestId that is under way", this::underWay),
                new Exchange("a row that another call holds", this::held),
                new Exchange(
                        "too many calls",
                        api -> IntStream.rangeClosed(1, 6)
                                .mapToObj(i -> api.send(
                                        Conversation.authorized(api, "capabilities?tools=get_campaign", token)))
                                .reduce((first, second) -> second)
                                .orElseThrow()));
    }

    private Answer stale(Api api) {
        String token = conversation.token();
        String followUps = "{\"campaignId\": \"" + CAMPAIGN + "\", \"filter\": {\"states\": [\"follow_up\"]}";
        JsonObject seen = remove(api, token, followUps + ", \"dryRun\": true}").output();
        String preview = seen.getString("previewToken");
        String one = seen.getJsonArray("sample").getJsonObject(0).getString("id");
        remove(
                api,
                token,
                "{\"campaignId\": \"" + CAMPAIGN + "\", \"contactIds\": [\"" + one + "\"], \"confirm\": true}");
        return remove(api, token, followUps + ", \"confirm\": true, \"previewToken\": \"" + preview + "\"}");
    }

    private static Answer remove(Api api, String token, String input) {
        return api.send(Conversation.call(token, REMOVE, json(input), null).of(api));
    }

    private Answer underWay(Api api) throws InterruptedException {
        return whileHeld(api, conversation.call("probe_hold", json(held(3, "")), "golden-hold"), null);
    }

    private Answer held(Api api) throws InterruptedException {
        return whileHeld(
                api,
                conversation.call("probe_hold", json(held(3, "")), null),
                conversation.call("probe_hold", json(held(0, "")), null));
    }

    /** What a second call is answered while the first is still at work. */
    private static Answer whileHeld(Api api, Exchange.Request first, Exchange.Request second)
            throws InterruptedException {
        CompletableFuture<Answer> running = CompletableFuture.supplyAsync(() -> api.send(first.of(api)));
        Thread.sleep(1000);
        Answer answer = api.send((second == null ? first : second).of(api));
        running.join();
        return answer;
    }

    private Exchange call(String name, String tool, String input) {
        return request(name, conversation.call(tool, json(input), null));
    }

    private Exchange token(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        String token = Api.token(
                claims -> change.apply(claims.subject("agent " + what).issueTime(Date.from(Conversation.TIME))));
        return request("a token " + what, api -> Conversation.authorized(api, "capabilities", token));
    }

    private HttpRequest.Builder tool(Api api, String tool) {
        return Conversation.authorized(api, "tools/" + tool, conversation.token());
    }

    private static HttpRequest.Builder tool(HttpRequest.Builder request, String body) {
        return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static JsonObject named(String name) {
        return json("{\"campaignId\": \"" + CAMPAIGN + "\", \"name\": \"" + name + "\"}");
    }

    private static String held(int seconds, String more) {
        return "{\"campaignId\": \"c0000001-0000-4000-8000-000000000004\", \"seconds\": " + seconds + more + "}";
    }
}
