package org.crmagent.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crmagent.it.Api;
import org.crmagent.it.Database;
import org.crmagent.it.Surroundings;
import org.crmagent.run.Login;
import org.crmagent.run.Server;

/** Two nodes that start at once on an empty database, with the file that is shipped, and HAProxy in front of them. */
final class Cluster implements AutoCloseable {
    final Login database;

    private final Path folder;
    private final List<Server> servers = new ArrayList<>();
    private final Server one;
    private final Server two;
    private final Proxy proxy;

    private Cluster(String name) throws Exception {
        database = Database.another("cluster_" + name);
        folder = Surroundings.CHECKOUT.resolve("target/it/cluster-" + name);
        Files.createDirectories(folder);
        Proxy.installed();
        try {
            one = start("one", Server.freePort(), Server.freePort());
            two = start("two", Server.freePort(), Server.freePort());
            one.awaitReady();
            two.awaitReady();
            proxy = Proxy.start(folder.resolve("haproxy.log"), one, two);
        } catch (Exception | Error failure) {
            end();
            throw failure;
        }
    }

    /** Takes the name of its database and folder. */
    static Cluster start(String name) throws Exception {
        return new Cluster(name);
    }

    Server one() {
        return one;
    }

    Server two() {
        return two;
    }

    Proxy proxy() {
        return proxy;
    }

    /** A client of the nodes behind the proxy. */
    Api balanced() {
        return new Api(proxy.address(), proxy.address().resolve("/health"));
    }

    /** Starts the first node once more, where the proxy knows it. Agents keep the machine busy meanwhile, which takes its time. */
    void startOneAgain() throws Exception {
        start("one", one.address().getPort(), one.health().getPort()).awaitReady(Duration.ofMinutes(6));
    }

    /** Waits until the proxy thinks so of a node; answers how long that took. */
    Duration awaitState(String node, String state) throws InterruptedException {
        Instant from = Instant.now();
        while (!proxy.state(node).equals(state)) {
            if (Instant.now().isAfter(from.plusSeconds(60))) {
                throw new AssertionError("Node " + node + " does not become " + state + ": it is " + proxy.state(node));
            }
            Thread.sleep(20);
        }
        return Duration.between(from, Instant.now());
    }

    private Server start(String node, int port, int managementPort) {
        Path log = folder.resolve(node + "-" + servers.size());
        // they stop as they do by default
        Map<String, String> settings = Map.of(
                "CRM_NODE",
                node,
                "CRM_MANAGEMENT_PORT",
                Integer.toString(managementPort),
                "CRM_STOP_NOTICE_MILLIS",
                "",
                "CRM_STOP_WAIT_MILLIS",
                "");
        Server server = Server.start(Surroundings.CHECKOUT, log, port, database, Surroundings.key(), settings);
        servers.add(server);
        return server;
    }

    /** At the same time. */
    private void end() {
        servers.forEach(Server::terminate);
        servers.forEach(Server::close);
    }

    @Override
    public void close() {
        proxy.close();
        end();
    }
}
