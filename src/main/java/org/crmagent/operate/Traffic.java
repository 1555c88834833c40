package org.crmagent.operate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.crmagent.setting.Setting;
import org.crmagent.setting.Settings;
import org.crmagent.store.Running;
import org.crmagent.tool.Source;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are under way, and whether more tool calls may come. A node that departs says so first, by not being ready;
 * then no call is let in any more; those that are inside may end for a while, then they are broken off. Where only the process
 * is told to end, it skips the notice.
 */
@ApplicationScoped
public class Traffic {
    private static final System.Logger LOG = System.getLogger(Traffic.class.getName());

    /** A call that is broken off between two statements fails at the next one. */
    private static final Duration BETWEEN_BREAKS = Duration.ofMillis(200);

    /** Time for the answers of calls that were broken off. */
    private static final Duration BREAKING = Duration.ofSeconds(5);

    @Inject
    Settings settings;

    @Inject
    Source source;

    @Inject
    Running running;

    /** The earliest that an application can learn of a TERM, on whatever server, and in whatever order that ends its parts. */
    private final Thread hook = new Thread(this::stopUnlessHurried, "crm-stop");

    private boolean leaving;
    private @Nullable Instant closed;
    private int inFlight;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A request has come, and must leave. One that comes before {@link #isOpen} is asked for it is waited for. */
    public synchronized void enter() {
        inFlight++;
    }

    /** A request has its answer. */
    public synchronized void leave() {
        inFlight--;
        notifyAll();
    }

    /** Whether tool calls are let in. */
    public synchronized boolean isOpen() {
        return closed == null;
    }

    /** Whether the node is to be sent calls: it may still let them in when it is not. */
    public synchronized boolean isStaying() {
        return !leaving && isOpen();
    }

    /** How many requests are inside. */
    public synchronized int inFlight() {
        return inFlight;
    }

    /** Keeps the application, with all that calls need, until none is inside. */
    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stopUnlessHurried();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process ends, and the hook does the same as we
            join();
        }
    }

    private void join() {
        try {
            hook.join(BETWEEN_BREAKS.toMillis() * 2);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Gives notice, then ends the calls, with all that they need still there.
     *
     * @throws InterruptedException when the application ends meanwhile, which ends the calls too
     */
    void depart() throws InterruptedException {
        giveNotice();
        LOG.log(System.Logger.Level.INFO, "This node is about to stop.");
        TimeUnit.MILLISECONDS.sleep(settings.number(Setting.STOP_NOTICE));
        stop();
        LOG.log(System.Logger.Level.INFO, "This node has stopped: no call is under way.");
    }

    synchronized void giveNotice() {
        leaving = true;
    }

    private void stopUnlessHurried() {
        try {
            stop();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() throws InterruptedException {
        Instant since = close();
        Instant patience = since.plusMillis(settings.number(Setting.STOP_WAIT));
        int left = await(patience);
        if (left > 0) {
            LOG.log(System.Logger.Level.WARNING, left + " requests have not ended in time: they are broken off.");
        }
        while (left > 0 && source.now().isBefore(patience.plus(BREAKING))) {
            running.breakOff();
            left = await(source.now().plus(BETWEEN_BREAKS));
        }
    }

    /** Lets no call in from now on; answers since when that is so. */
    synchronized Instant close() {
        if (closed == null) {
            closed = source.now();
        }
        return closed;
    }

    /** Waits until no call is inside, at most until then; answers how many are. */
    synchronized int await(Instant deadline) throws InterruptedException {
        long left = Duration.between(source.now(), deadline).toMillis();
        while (inFlight > 0 && left > 0) {
            wait(left);
            left = Duration.between(source.now(), deadline).toMillis();
        }
        return inFlight;
    }
}
