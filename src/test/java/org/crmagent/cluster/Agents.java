package org.crmagent.cluster;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crmagent.it.Api;
import org.crmagent.it.Workspace;

/** Several campaigners at work. */
final class Agents {
    private final ExecutorService threads;
    private final List<Campaigner> agents = new ArrayList<>();
    private final List<Future<List<Campaigner.Done>>> running = new ArrayList<>();

    Agents(int number, Api api, Workspace workspace, int contacts) throws SQLException {
        threads = Executors.newFixedThreadPool(number);
        for (int i = 0; i < number; i++) {
            Campaigner agent = new Campaigner(api, workspace, contacts);
            agents.add(agent);
            running.add(threads.submit(agent));
        }
    }

    /** Waits until they have made so many calls more. */
    void awaitCalls(int more) throws Exception {
        int target = calls() + more;
        while (calls() < target) {
            for (Future<List<Campaigner.Done>> each : running) {
                if (each.isDone()) {
                    each.get();
                }
            }
            Thread.sleep(20);
        }
    }

    private int calls() {
        return agents.stream().mapToInt(Campaigner::calls).sum();
    }

    /** Lets them end what they are at, and answers all that they did. */
    List<Campaigner.Done> end() throws Exception {
        agents.forEach(Campaigner::end);
        List<Campaigner.Done> all = new ArrayList<>();
        for (Future<List<Campaigner.Done>> each : running) {
            all.addAll(each.get());
        }
        threads.shutdown();
        return all;
    }
}
