package org.crmagent.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.crmagent.it.Database;
import org.crmagent.it.Surroundings;
import org.crmagent.run.DeveloperKey;
import org.crmagent.run.Login;
import org.crmagent.run.ServerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The image of the server that is tested, as an engine would run it on a read-only root. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "images hold Linux")
class ImageIT {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void migratesServesAndEndsAsAnotherUserOnAReadOnlyRoot() throws Exception {
        String server = ServerKind.asked().folder();
        Path folder = Surroundings.CHECKOUT.resolve("target/it/image");
        Confined image = new Confined(Containerfile.of(server), Surroundings.CHECKOUT, folder);
        image.build();

        Login login = Database.another("image");
        int port = freePort();
        int management = freePort();
        Map<String, String> variables = new TreeMap<>(
                Map.of("CRM_DB_URL", login.url(), "CRM_DB_USER", login.user(), "CRM_DB_PASSWORD", login.password()));
        Path log = folder.resolve("migrate.log");
        Process job = image.start(log, variables, "migrate");
        assertEquals(0, job.waitFor(), () -> Shipped.text(log));

        variables.putAll(Map.of(
                "CRM_MIGRATE",
                "false",
                "CRM_HTTP_ADDRESS",
                "127.0.0.1",
                "CRM_HTTP_PORT",
                Integer.toString(port),
                "CRM_MANAGEMENT_PORT",
                Integer.toString(management),
                "MP_JWT_VERIFY_PUBLICKEY",
                Surroundings.key().publicKey(),
                "MP_JWT_VERIFY_ISSUER",
                DeveloperKey.ISSUER,
                "MP_JWT_VERIFY_AUDIENCES",
                DeveloperKey.AUDIENCE));
        Path serving = folder.resolve("server.log");
        Process node = image.start(serving, variables);
        try {
            awaitHealth(node, serving, server.equals("wildfly") ? management : port);
            assertEquals(401, status("http://127.0.0.1:" + port + "/crm/agent/capabilities"));
            assertEquals(List.of("crm"), written(node));
        } finally {
            node.destroy();
        }
        assertTrue(node.waitFor(60, TimeUnit.SECONDS), "It does not end when it is asked to");
    }

    /** What it wrote outside of CRM_CONFIG, apart from the performance data that each Java machine leaves. */
    private static List<String> written(Process node) throws IOException {
        return Shipped.files(Path.of("/proc/" + node.pid() + "/root/tmp"))
                .map(path -> path.getFileName().toString())
                .filter(name -> !name.startsWith("hsperfdata_"))
                .toList();
    }

    private void awaitHealth(Process node, Path log, int port) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (status("http://127.0.0.1:" + port + "/health/ready") != 200) {
            assertTrue(node.isAlive() && Instant.now().isBefore(deadline), () -> Shipped.text(log));
            Thread.sleep(200);
        }
    }

    private int status(String address) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
