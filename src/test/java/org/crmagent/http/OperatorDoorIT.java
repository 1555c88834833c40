package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.OverHttp;
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
}
