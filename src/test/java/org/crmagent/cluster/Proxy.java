package org.crmagent.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Failure;
import org.crmagent.run.Server;

/** HAProxy with the configuration that is shipped, in front of two nodes. */
final class Proxy implements AutoCloseable {
    private static final int STATUS = 17;

    private final Process process;
    private final Path socket;
    private final int port;

    private Proxy(Process process, Path socket, int port) {
        this.process = process;
        this.socket = socket;
        this.port = port;
    }

    static Proxy start(Path log, Server one, Server two) throws IOException {
        // the path of a socket has to be short
        Path socket = Files.createTempDirectory("crm-proxy").resolve("socket");
        int port = Server.freePort();
        ProcessBuilder builder = new ProcessBuilder(
                executable().toString(),
                "-f",
                Surroundings.CHECKOUT.resolve("docker/haproxy.cfg").toString());
        builder.environment()
                .putAll(Map.of(
                        "CRM_PROXY_BIND",
                        "127.0.0.1:" + port,
                        "CRM_PROXY_SOCKET",
                        socket.toString(),
                        "CRM_NODE_ONE",
                        node(one),
                        "CRM_NODE_TWO",
                        node(two)));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Proxy proxy = new Proxy(process, socket, port);
        proxy.awaitSocket(log);
        return proxy;
    }

    private void awaitSocket(Path log) throws IOException {
        try {
            while (!Files.exists(socket)) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new Failure("HAProxy does not start: " + Files.readString(log));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says so with a reason where it is not there, before anything is started. */
    static void installed() {
        executable();
    }

    /** Not everybody has the folder of such programs on the path. */
    private static Path executable() {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new Failure("HAProxy is not installed: on Debian, apt-get install haproxy"));
    }

    /** As an operator names it: WildFly is asked for its health on another port. */
    private static String node(Server server) {
        String address = server.address().getAuthority();
        int health = server.health().getPort();
        return health == server.address().getPort() ? address : address + " port " + health;
    }

    /** The address below which the two operations lie. */
    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/crm/agent/");
    }

    /** What it makes of a node: {@code UP}, {@code DOWN}, {@code DRAIN}, or {@code UP 1/2} on the way to another. */
    String state(String node) {
        return command("show stat")
                .lines()
                .map(line -> line.split(",", -1))
                .filter(row -> row[0].equals("nodes") && row[1].equals(node))
                .map(row -> row[STATUS])
                .findFirst()
                .orElseThrow();
    }

    /** What {@code socat stdio} does for an operator. */
    String command(String words) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(ByteBuffer.wrap((words + "\n").getBytes(StandardCharsets.UTF_8)));
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
