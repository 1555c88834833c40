package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.OverHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators read is for whoever may call tools, and only read. */
class OperatorDoorIT extends OverHttp {

    @ParameterizedTest
    @ValueSource(strings = {"audit", "metrics"})
    void admitsWhoMayCallTools(String path) {
        HttpRequest.Builder anonymous = api.anonymous("../operator/" + path);
        Refused.as(401, "unauthenticated", api.send(anonymous));
        Refused.as(401, "unauthenticated", api.send(bearer(path, "x.y.z")));
        String undated = Api.token(claims -> claims.issueTime(null));
        Refused.as(401, "unauthenticated", api.send(bearer(path, undated)));
        Refused.as(403, "super_admin_required", api.send(bearer(path, Api.tokenWithoutRole())));
    }

    private HttpRequest.Builder bearer(String path, String token) {
        return api.anonymous("../operator/" + path).header("Authorization", "Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "metrics"})
    void isOnlyRead(String path) {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            Answer answer = api.send(api.request("../operator/" + path).method(method, BodyPublishers.noBody()));
            assertEquals(405, answer.status(), () -> method + ' ' + answer.body());
            assertEquals("GET, HEAD", answer.header("Allow"), method);
        }
    }

    /** As at the agents' own door. */
    @ParameterizedTest
    @ValueSource(strings = {"../operator/audit", "../operator/metrics", "capabilities"})
    void takesOneToken(String path) {
        Answer two = api.send(api.request(path).header("Authorization", "Bearer " + Api.token()));
        Refused.as(401, "unauthenticated", two);
        Refused.as(
                401, "unauthenticated", api.send(api.anonymous(path).header("Authorization", "bearer " + Api.token())));
    }

    /** Before anybody hears which methods there are. */
    @ParameterizedTest
    @ValueSource(strings = {"../operator/audit", "../operator/metrics"})
    void asksForTheTokenBeforeTheMethod(String path) {
        Refused.as(401, "unauthenticated", api.send(api.anonymous(path).POST(BodyPublishers.noBody())));
        Refused.as(
                403,
                "super_admin_required",
                api.send(api.anonymous(path)
                        .header("Authorization", "Bearer " + Api.tokenWithoutRole())
                        .POST(BodyPublishers.noBody())));
    }

    /** Some servers read it as if it were another, or as if nothing had been asked for. */
    @Test
    void refusesAFilterThatIsBadlyWritten() {
        Answer answer = api.send(api.request("../operator/audit?subject=a%FF"));
        Refused.as(400, "validation_failed", answer);
        assertEquals(
                "/subject",
                answer.data().getJsonArray("violations").getJsonObject(0).getString("pointer"));
    }
}
