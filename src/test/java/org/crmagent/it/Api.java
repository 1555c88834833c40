package org.crmagent.it;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.crmagent.run.DeveloperKey;
import org.crmagent.run.Server;

/** A client of one server, with the rights of a super administrator unless a test says otherwise. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final URI health;

    public Api(Server server) {
        this(server.address(), server.health());
    }

    /** A client of what lies at these addresses. */
    public Api(URI address, URI health) {
        this.address = address;
        this.health = health;
    }

    /** A token as the server takes it, after a change to its claims. */
    public static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(Surroundings.key(), change);
    }

    /** A token of another key. */
    public static String token(DeveloperKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        return key.token(change.apply(DeveloperKey.claims(Duration.ofHours(1))).build());
    }

    /** A token that the server takes. */
    public static String token() {
        return token(claims -> claims);
    }

    /** A valid token without the role. */
    public static String tokenWithoutRole() {
        return token(claims -> claims.claim("groups", List.of("user")));
    }

    /** Runs a tool on an organization. */
    public Answer tool(String name, UUID organizationId, JsonObject input) {
        return tool(
                name,
                Json.createObjectBuilder()
                        .add("organizationId", organizationId.toString())
                        .add("input", input)
                        .build());
    }

    /** Runs a tool with this body. */
    public Answer tool(String name, JsonValue body) {
        return tool(name, body.toString());
    }

    /** Runs a tool with a body that need not be JSON. */
    public Answer tool(String name, String body) {
        return send(request("tools/" + name)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The catalogue; {@code query} is empty or starts with a question mark. */
    public Answer capabilities(String query) {
        return send(request("capabilities" + query));
    }

    /** How the server is; {@code check} is empty, {@code /live} or {@code /ready}. */
    public Answer health(String check) {
        return send(HttpRequest.newBuilder(URI.create(health + check)).timeout(PATIENCE));
    }

    /** A request of the test's own making, with a valid token; the path is relative to {@code /crm/agent/}. */
    public HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", "Bearer " + token());
    }

    /** A request without token. */
    public HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    }

    /** Sends a request as it is. */
    public Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }
}
