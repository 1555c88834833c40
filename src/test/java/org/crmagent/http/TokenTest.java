package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.crmagent.tool.Caller;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final long T = NOW.getEpochSecond();

    @Test
    void tellsTheCaller() {
        Token token = Token.read(token("RS256", claims -> {}), NOW);
        assertEquals(new Caller("https://identity.example", "agent-7", "t-1"), token.caller());
        assertTrue(token.superAdmin());
    }

    @Test
    void takesTheUserNameWhereThereIsNoSubject() {
        String token = token("ES256", claims -> claims.remove("sub").add("upn", "ada@example.org"));
        assertEquals("ada@example.org", Token.read(token, NOW).caller().subject());
    }

    @ParameterizedTest
    @MethodSource
    void seesThatTheRoleIsMissing(Consumer<JsonObjectBuilder> change) {
        assertFalse(Token.read(token("RS256", change), NOW).superAdmin());
    }

    static Stream<Consumer<JsonObjectBuilder>> seesThatTheRoleIsMissing() {
        return Stream.of(
                claims -> claims.remove("groups"),
                claims -> claims.add("groups", Json.createArrayBuilder()),
                claims -> claims.add(
                        "groups", Json.createArrayBuilder().add("SUPER_ADMIN").add("super_admin2")),
                claims -> claims.add(
                        "groups",
                        Json.createArrayBuilder().add(Json.createArrayBuilder().add("super_admin"))));
    }

    @ParameterizedTest
    @MethodSource
    void allowsSomeSkew(Consumer<JsonObjectBuilder> change) {
        assertTrue(Token.read(token("RS256", change), NOW).superAdmin());
    }

    static Stream<Consumer<JsonObjectBuilder>> allowsSomeSkew() {
        return Stream.of(
                claims -> claims.add("exp", T - 59),
                claims -> claims.add("nbf", T + 60),
                claims -> claims.add("iat", T + 60),
                claims -> claims.add("exp", T + 0.5));
    }

    @ParameterizedTest
    @MethodSource
    void refusesClaims(Consumer<JsonObjectBuilder> change) {
        refused(token("RS256", change));
    }

    static Stream<Consumer<JsonObjectBuilder>> refusesClaims() {
        return Stream.of(
                claims -> claims.add("exp", T - 60),
                claims -> claims.remove("exp"),
                claims -> claims.add("exp", "tomorrow"),
                claims -> claims.add("nbf", T + 61),
                claims -> claims.add("iat", T + 61),
                claims -> claims.add("nbf", 1e300),
                claims -> claims.addNull("iat"),
                claims -> claims.add("groups", "super_admin"),
                claims -> claims.add("groups", Json.createObjectBuilder().add("super_admin", true)),
                claims -> claims.addNull("groups"),
                claims -> claims.remove("sub"),
                claims -> claims.add("sub", " "),
                claims -> claims.add("sub", 7),
                claims -> claims.remove("iss"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS512", "PS256", "rs256", ""})
    void refusesOtherAlgorithms(String algorithm) {
        refused(token(algorithm, claims -> {}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c.d.e", "!!.!!.!!", "e30.e30.", "W10.W10.x", "bm9wZQ.bm9wZQ.x"})
    void refusesWhatIsNoToken(String text) {
        refused(text);
    }

    private static void refused(String token) {
        Refusal refusal = assertThrows(Refusal.class, () -> Token.read(token, NOW));
        assertEquals(ErrorCode.UNAUTHENTICATED, refusal.code());
    }

    private static String token(String algorithm, Consumer<JsonObjectBuilder> change) {
        JsonObjectBuilder claims = Json.createObjectBuilder()
                .add("iss", "https://identity.example")
                .add("sub", "agent-7")
                .add("jti", "t-1")
                .add("iat", T)
                .add("exp", T + 3600)
                .add("groups", Json.createArrayBuilder().add("user").add("super_admin"));
        change.accept(claims);
        JsonObject header = Json.createObjectBuilder().add("alg", algorithm).build();
        return base64(header) + '.' + base64(claims.build()) + ".signature";
    }

    private static String base64(JsonObject json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
