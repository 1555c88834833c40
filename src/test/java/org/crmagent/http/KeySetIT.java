package org.crmagent.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.crmagent.it.Api;
import org.crmagent.it.OverHttp;
import org.crmagent.it.Surroundings;
import org.crmagent.run.DeveloperKey;
import org.crmagent.run.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that takes its keys from a JWK set, over HTTP as identity providers publish them, or from a file. */
class KeySetIT extends OverHttp {
    private final DeveloperKey known = DeveloperKey.make("known");
    private final DeveloperKey stranger = DeveloperKey.make("stranger");

    @Test
    void takesTokensOfTheKeysInTheSetOnly() throws Exception {
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/keys.json", exchange -> {
            byte[] set = known.publicKeySet().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        provider.start();
        String location = "http://127.0.0.1:" + provider.getAddress().getPort() + "/keys.json";
        try (Server node = Surroundings.node(
                "key-set",
                Surroundings.owner(),
                Map.of("MP_JWT_VERIFY_PUBLICKEY", "", "MP_JWT_VERIFY_PUBLICKEY_LOCATION", location))) {
            node.awaitReady();
            Api api = new Api(node);
            assertEquals(200, api.send(asks(api, known)).status());
            Refused.as(401, "unauthenticated", api.send(asks(api, stranger)));
            assertEquals(200, api.send(asks(api, known)).status());
        } finally {
            provider.stop(0);
        }
    }

    /** How keys are changed where the provider publishes none. */
    @Test
    void takesTokensOfEachKeyInAFile(@TempDir Path folder) throws Exception {
        DeveloperKey next = DeveloperKey.make("next");
        Path file = Files.writeString(folder.resolve("keys.json"), known.publicKeySet(next));
        try (Server node = Surroundings.node(
                "key-file",
                Surroundings.owner(),
                Map.of(
                        "MP_JWT_VERIFY_PUBLICKEY",
                        "",
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        file.toUri().toString()))) {
            node.awaitReady();
            Api api = new Api(node);
            assertEquals(200, api.send(asks(api, known)).status());
            assertEquals(200, api.send(asks(api, next)).status());
            Refused.as(401, "unauthenticated", api.send(asks(api, stranger)));
        }
    }

    private static HttpRequest.Builder asks(Api api, DeveloperKey key) {
        String token = key.token(DeveloperKey.claims(Duration.ofHours(1)).build());
        return api.anonymous("capabilities").header("Authorization", "Bearer " + token);
    }
}
