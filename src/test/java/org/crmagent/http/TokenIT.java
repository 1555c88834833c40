package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.crmagent.it.Answer;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.DeveloperKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forged and wrong tokens are refused alike, whether the server or the product sees what is wrong with them. */
class TokenIT extends OverHttp {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesWrongClaims(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        unauthenticated("Bearer " + Api.token(change));
    }

    static Stream<Arguments> refusesWrongClaims() {
        return Stream.of(
                claims("expired", claims -> claims.expirationTime(in(-3600))),
                claims("no expiry", claims -> claims.expirationTime(null)),
                claims("future nbf", claims -> claims.notBeforeTime(in(3600))),
                claims("future iat", claims -> claims.issueTime(in(3600))),
                claims("no iat", claims -> claims.issueTime(null)),
                claims("other issuer", claims -> claims.issuer("https://elsewhere.example")),
                claims("no issuer", claims -> claims.issuer(null)),
                claims("other audience", claims -> claims.audience("elsewhere")),
                claims("no audience", claims -> claims.audience((String) null)),
                claims("groups as a string", claims -> claims.claim("groups", "super_admin")),
                claims("no subject", claims -> claims.subject(null).claim("upn", null)));
    }

    /** As of somebody with many groups. */
    @Test
    void takesLongTokens() {
        String token = Api.token(claims -> claims.claim("note", "x".repeat(18_000)));
        assertTrue(token.length() > 20_000, "only " + token.length());
        assertEquals(
                200,
                api.send(api.anonymous("capabilities").header("Authorization", "Bearer " + token))
                        .status());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesForgedTokens(String name, String authorization) {
        unauthenticated(authorization);
    }

    static Stream<Arguments> refusesForgedTokens() throws GeneralSecurityException {
        String valid = Api.token();
        String[] parts = valid.split("\\.", -1);
        String fromOther = Api.token(DeveloperKey.make(), claims -> claims);
        String keySet = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"jku\":\"http://127.0.0.1:1/keys\"}";
        return Stream.of(
                Arguments.of("key of another", "Bearer " + fromOther),
                Arguments.of("alg none", "Bearer " + base64("{\"alg\":\"none\"}") + '.' + parts[1] + '.'),
                Arguments.of("alg none, old signature", "Bearer " + headed("{\"alg\":\"none\"}", valid)),
                Arguments.of("HS256 with the public key", "Bearer " + signedWithThePublicKey(parts[1])),
                Arguments.of(
                        "kid that is a path",
                        "Bearer " + headed("{\"alg\":\"RS256\",\"kid\":\"../../dev/null\"}", valid)),
                Arguments.of(
                        "kid that is SQL", "Bearer " + headed("{\"alg\":\"RS256\",\"kid\":\"' or 1=1 --\"}", valid)),
                Arguments.of("keys from the token", "Bearer " + headed(keySet, valid)),
                Arguments.of(
                        "changed payload", "Bearer " + parts[0] + '.' + base64("{\"sub\":\"x\"}") + '.' + parts[2]),
                Arguments.of("cut signature", "Bearer " + valid.substring(0, valid.length() - 8)),
                Arguments.of("no signature", "Bearer " + parts[0] + '.' + parts[1] + '.'),
                Arguments.of("two parts", "Bearer " + parts[0] + '.' + parts[1]),
                Arguments.of("five parts", "Bearer " + valid + ".x.y"),
                Arguments.of("garbage", "Bearer garbage"),
                Arguments.of("no JSON", "Bearer " + base64("x") + '.' + base64("y") + ".z"),
                Arguments.of("empty", "Bearer "),
                Arguments.of("no scheme", valid),
                Arguments.of("lower-case scheme", "bearer " + valid),
                Arguments.of("other scheme", "Basic " + base64("super_admin:super_admin")),
                Arguments.of("twice in one header", "Bearer " + valid + ", Bearer " + valid),
                Arguments.of("large", "Bearer " + "x".repeat(20_000)));
    }

    @Test
    void refusesNoTokenWithAPlainChallenge() {
        Answer answer = api.send(api.anonymous("capabilities"));
        Refused.as(401, "unauthenticated", answer);
        assertEquals("Bearer", answer.header("WWW-Authenticate"));
    }

    @Test
    void refusesTwoTokens() {
        HttpRequest.Builder twice = api.request("capabilities").header("Authorization", "Bearer " + Api.token());
        Refused.as(401, "unauthenticated", api.send(twice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void refusesOnEveryPathAndMethod(String method) {
        for (String path : List.of("capabilities", "tools/list_campaigns", "tools", "nothing", "")) {
            HttpRequest.BodyPublisher none = HttpRequest.BodyPublishers.noBody();
            assertEquals(401, api.send(api.anonymous(path).method(method, none)).status(), method + ' ' + path);
            HttpRequest.Builder noRole =
                    api.anonymous(path).header("Authorization", "Bearer " + Api.tokenWithoutRole());
            assertEquals(403, api.send(noRole.method(method, none)).status(), method + ' ' + path);
        }
    }

    @Test
    void checksTheTokenBeforeAnythingOfTheRequest() {
        HttpRequest.Builder odd =
                api.anonymous("tools/nothing").header("Content-Type", ";;;").header("Accept", ";;;");
        Refused.as(401, "unauthenticated", api.send(odd.POST(HttpRequest.BodyPublishers.ofString("{"))));
    }

    @Test
    void auditsCallsWithoutTheRole() throws SQLException {
        String subject = "outsider-" + UUID.randomUUID();
        String token = Api.token(claims -> claims.subject(subject).claim("groups", List.of("user")));
        HttpRequest.Builder call = api.anonymous("tools/list_campaigns")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        Refused.as(403, "super_admin_required", api.send(call.POST(HttpRequest.BodyPublishers.ofString("{}"))));
        Object audited = Database.value(
                "select tool_name || ' ' || http_status || ' ' || error_code from audit_log where subject = ?",
                subject);
        assertEquals("list_campaigns 403 super_admin_required", audited);
    }

    private void unauthenticated(String authorization) {
        for (String path : List.of("capabilities", "nothing")) {
            Answer answer = api.send(api.anonymous(path).header("Authorization", authorization));
            Refused.as(401, "unauthenticated", answer);
            assertNotEquals("Bearer", answer.header("WWW-Authenticate"));
        }
    }

    private static Arguments claims(String name, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String headed(String header, String token) {
        return base64(header) + token.substring(token.indexOf('.'));
    }

    private static String signedWithThePublicKey(String claims) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Surroundings.key().publicKey().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        String signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + '.' + claims;
        byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
