package org.crmagent.http;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.crmagent.schema.StrictJson;
import org.crmagent.tool.Caller;
import org.crmagent.tool.ErrorCode;
import org.crmagent.tool.Refusal;
import org.crmagent.tool.text.Json;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token says whose signature the server has verified. Checks again, from its text, what some servers let pass:
 * algorithm, times, and the shape of the claims (RFC 7519, MicroProfile JWT).
 */
record Token(Caller caller, boolean superAdmin) {
    /** The way in, for whoever has no token. */
    static final String HOW = "Send a valid token as Authorization: Bearer <token>.";

    private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256");
    private static final String ROLE = "super_admin";
    private static final long SKEW_SECONDS = 60;

    /**
     * The token of a request.
     *
     * @param principal whom the server takes for the caller
     * @param how the ways in, for whoever has none
     * @throws Refusal {@code unauthenticated}
     */
    static Token of(HttpServletRequest request, @Nullable Principal principal, String how, Instant now) {
        List<String> sent = Collections.list(request.getHeaders("Authorization"));
        if (sent.size() > 1) {
            throw new Refusal(ErrorCode.UNAUTHENTICATED, "Send one Authorization header, not several.", List.of());
        }
        // Servers differ in whether they take the scheme in other letters.
        if (sent.size() == 1 && sent.get(0).startsWith("Bearer ") && principal instanceof JsonWebToken token) {
            return read(token.getRawToken(), now);
        }
        throw new Refusal(ErrorCode.UNAUTHENTICATED, how, List.of());
    }

    /**
     * Reads a token in compact form.
     *
     * @throws Refusal {@code unauthenticated}
     */
    static Token read(String text, Instant now) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw refusal("is no signed JWT");
        }
        JsonObject header = json(parts[0]);
        JsonObject claims = json(parts[1]);
        String algorithm = text(header, "alg");
        if (algorithm == null || !ALGORITHMS.contains(algorithm)) {
            throw refusal("is not signed with RS256 or ES256");
        }
        checkTimes(claims, now.getEpochSecond());
        String issuer = text(claims, "iss");
        String subject = text(claims, claims.containsKey("sub") ? "sub" : "upn");
        if (issuer == null || subject == null) {
            throw refusal("needs iss, and sub or upn");
        }
        if (!(claims.getOrDefault("groups", JsonValue.EMPTY_JSON_ARRAY) instanceof JsonArray groups)) {
            throw refusal("has groups that are no array");
        }
        return new Token(new Caller(issuer, subject, text(claims, "jti")), groups.contains(Json.createValue(ROLE)));
    }

    private static void checkTimes(JsonObject claims, long now) {
        if (seconds(claims, "exp", 0) <= now - SKEW_SECONDS) {
            throw refusal("has expired or never does");
        }
        if (!claims.containsKey("iat")) {
            throw refusal("needs iat");
        }
        if (seconds(claims, "nbf", now) > now + SKEW_SECONDS || seconds(claims, "iat", now) > now + SKEW_SECONDS) {
            throw refusal("is not valid yet");
        }
    }

    private static long seconds(JsonObject claims, String name, long absent) {
        JsonValue value = claims.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof JsonNumber number) {
            return (long) number.doubleValue();
        }
        throw refusal("has an " + name + " that is no number");
    }

    private static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString value
                        && !value.getString().isBlank()
                ? value.getString()
                : null;
    }

    /** As strictly as bodies: no claim twice, no character that the database refuses. */
    private static JsonObject json(String part) {
        try {
            return StrictJson.object(Base64.getUrlDecoder().decode(part));
        } catch (Refusal | IllegalArgumentException malformed) {
            throw refusal("can't be read");
        }
    }

    private static Refusal refusal(String what) {
        return new Refusal(ErrorCode.UNAUTHENTICATED, "The bearer token " + what + ": ask for a new one.", List.of());
    }
}
