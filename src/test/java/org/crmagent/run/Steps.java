package org.crmagent.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/** The steps of the run, told while they happen, and what they started, stopped in reverse order. */
final class Steps {
    private final Instant begin = Instant.now();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    /** Told at once, also while a start holds the monitor. */
    private volatile boolean stopped;

    static void say(String text) {
        System.out.println(text);
    }

    /** Says what is being done and how long it took. */
    <T> T step(String what, Callable<T> work) throws Exception {
        System.out.print(what + " … ");
        System.out.flush();
        Instant from = Instant.now();
        T result = work.call();
        say(seconds(from));
        return result;
    }

    /** Starts something that {@link #stop} ends: a stop waits for a start that is under way, and forbids later ones. */
    synchronized <T extends AutoCloseable> T start(Callable<T> work) throws Exception {
        if (stopped) {
            throw new Failure("Stopped before everything was started");
        }
        T made = work.call();
        started.push(made);
        return made;
    }

    /** Time since the begin of the run. */
    String sinceBegin() {
        return seconds(begin);
    }

    boolean stopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
        stopStarted();
    }

    private synchronized void stopStarted() {
        while (!started.isEmpty()) {
            AutoCloseable next = started.pop();
            try {
                next.close();
            } catch (Exception e) {
                say("Stopping " + next.getClass().getSimpleName() + " failed: " + e.getMessage());
            }
        }
    }

    private static String seconds(Instant from) {
        return "%.1f s".formatted(Duration.between(from, Instant.now()).toMillis() / 1000.0);
    }
}
